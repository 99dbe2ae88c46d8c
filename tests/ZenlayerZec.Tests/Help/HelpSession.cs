using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Help;

/// <summary>One session for all tests that only read the help: each of them would otherwise read it anew from the file.</summary>
public sealed class HelpSession : IDisposable
{
    internal PowerShellSession Session { get; } = new();

    public void Dispose() => Session.Dispose();
}
