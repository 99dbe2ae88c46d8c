using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Secrets;

/// <summary>A session that has the sentinels, for what echoes them.</summary>
internal static class EchoSession
{
    /// <summary>One attempt: another would say the same, and the waits would be real.</summary>
    public const string Connect = "Connect-Zec -MaximumAttemptCount 1 -TimeoutSec 20 -SettleTimeoutSec 1";

    /// <summary>Opens it.</summary>
    /// <param name="connect">Connects it.</param>
    /// <param name="layer">What echoes; null where that does not bear on the sentinels.</param>
    public static PowerShellSession Open(string connect, string? layer = null)
    {
        var session = new PowerShellSession();
        Sentinels.Give(session);
        if (layer == EchoAnswers.Success)
        {
            // Data keep what is so short that it could stand in them by chance.
            session["pin"] = session["password"];
        }

        session.Must(connect);
        return session;
    }
}
