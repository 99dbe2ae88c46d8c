#if NET
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
#endif

namespace ZenlayerZec.Client.Credentials;

/// <summary>Who else can read a file that holds secrets.</summary>
internal static class ProfilePermissions
{
    /// <summary>What a user should know of a file's permissions; null where nobody else can read it, or that cannot be told.</summary>
    public static string? Warning(string path)
    {
#if NET
        var advice = !OperatingSystem.IsWindows()
            ? OthersCanReadByMode(path) ? "chmod 600" : null
            : OthersCanReadByRule(path) ? "icacls with /inheritance:r and a grant for your own account" : null;
        return advice is null ? null : $"Other users of this machine can read {path}, which holds secrets. Restrict it: {advice}.";
#else
        // Windows PowerShell's build: .NET Standard does not read access rules.
        return null;
#endif
    }

#if NET
    [UnsupportedOSPlatform("windows")]
    private static bool OthersCanReadByMode(string path)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return (File.GetUnixFileMode(path) & Others) != 0;
    }

    [SupportedOSPlatform("windows")]
    private static bool OthersCanReadByRule(string path)
    {
        try
        {
            using var user = WindowsIdentity.GetCurrent();
            var security = new FileInfo(path).GetAccessControl(AccessControlSections.Access | AccessControlSections.Owner);
            SecurityIdentifier?[] trusted =
            [
                user.User,
                (SecurityIdentifier?)security.GetOwner(typeof(SecurityIdentifier)),
                new(WellKnownSidType.LocalSystemSid, null),
                new(WellKnownSidType.BuiltinAdministratorsSid, null),
            ];
            return security.GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier))
                .Cast<FileSystemAccessRule>()
                .Any(rule => rule.AccessControlType == AccessControlType.Allow
                    && (rule.FileSystemRights & (FileSystemRights.ReadData | FileSystemRights.WriteData)) != 0
                    && !trusted.Contains(rule.IdentityReference as SecurityIdentifier));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PrivilegeNotHeldException or PlatformNotSupportedException)
        {
            // A file system without access rules, or an owner who may not be asked for.
            return false;
        }
    }
#endif
}
