namespace ZenlayerZec.Client.Models;

/// <content>What stands for what cannot be read, of an instance or of anything else.</content>
public sealed partial class ZecInstance
{
    /// <summary>
    /// Stands for a creation time that is not known. It is far ahead, and not null: PowerShell takes null for less than any time, so that a
    /// script that removes what is old would take an instance of unknown age for the oldest.
    /// </summary>
    public static readonly DateTimeOffset UnknownCreateTime = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Its network interfaces were read with it.</summary>
    internal override Reading? Reading
    {
        get => base.Reading;
        set
        {
            base.Reading = value;

            // Counted, since an enumerator would be one more object for each instance of a list.
            for (var i = 0; i < Nics.Count; i++)
            {
                if (Nics[i] is { } nic)
                {
                    nic.Reading = value;
                }
            }
        }
    }
}
