namespace ZenlayerZec.Client.Models;

/// <summary>What every object of an account knows of where it came from. An object that nobody read from an account knows nothing.</summary>
public abstract class ZecObject
{
    private protected ZecObject()
    {
    }

    /// <summary>
    /// The account that the object was read from: the connection's name, or the access key's ID and the host, such as
    /// <c>0D9U…@console.zenlayer.com</c>; null where it was read from none.
    /// </summary>
    public string? Account
    {
        get => Reading?.Account ?? field;
        internal set;
    }

    /// <summary>When and by which connection it was read; null where it was not, as for what came out of a file.</summary>
    internal virtual Reading? Reading { get; set; }
}
