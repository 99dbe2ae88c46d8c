using System.Diagnostics;
using System.Text;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Tests.Client;

/// <summary>The credentials file, whatever it is and wherever it lies.</summary>
public sealed class ProfileFileTests : IDisposable
{
    private const string Profiles = """{"default":{"access_key_id":"of-profile","access_key_secret":"SENTINEL-s"}}""";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("zec");
    private readonly Dictionary<string, string> _environment = [];

    public ProfileFileTests() => _home.CreateSubdirectory(".zenlayer");

    /// <summary>The encodings that a file of Windows PowerShell or of an editor comes in, by name and byte order mark.</summary>
    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE"];

    private string Path => System.IO.Path.Combine(_home.FullName, ".zenlayer", "credentials.json");

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_file_with_a_byte_order_mark_is_read(string name)
    {
        File.WriteAllText(Path, Profiles, Encoding.GetEncoding(name) is UTF8Encoding ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) : Encoding.GetEncoding(name));
        File.WriteAllText(Path.Replace("credentials", "config", StringComparison.Ordinal), """{"current_profile":"default"}""", Encoding.Unicode);

        Assert.Equal("of-profile", Search().Find().AccessKeyId);
    }

    [Fact]
    public void A_file_that_another_program_has_open_for_writing_is_read()
    {
        File.WriteAllText(Path, Profiles);
        using var other = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        Assert.Equal("of-profile", Search().Find().AccessKeyId);
    }

    [Fact]
    public void A_file_over_1_MiB_is_refused_by_its_size()
    {
        using (var file = File.Create(Path))
        {
            file.SetLength(64L * 1024 * 1024);
        }

        Assert.Contains("larger than 1 MiB", Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_the_file_is_an_error_and_no_other_account_is_taken()
    {
        Directory.CreateDirectory(Path);

        Assert.Contains("folder", Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_an_error()
    {
        File.WriteAllText(Path, string.Empty);

        Assert.Contains("empty", Refused().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pipe_in_place_of_the_file_is_refused_at_once(bool isLink)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such files.");
        }

        var pipe = isLink ? System.IO.Path.Combine(_home.FullName, "pipe") : Path;
        using (var make = Process.Start("mkfifo", pipe))
        {
            make.WaitForExit();
        }

        if (isLink)
        {
            File.CreateSymbolicLink(Path, pipe);
        }

        Assert.Contains("not a regular file", Refused().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/tty")]
    public void A_device_in_place_of_the_file_is_refused_at_once(string device)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such files.");
        }

        File.CreateSymbolicLink(Path, device);

        Assert.Contains("not a regular file", Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_file_is_read()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Links need a right of their own on Windows.");
        }

        var target = System.IO.Path.Combine(_home.FullName, "elsewhere.json");
        File.WriteAllText(target, Profiles);
        File.CreateSymbolicLink(Path, target);

        Assert.Equal("of-profile", Search().Find().AccessKeyId);
    }

    [Theory]
    [InlineData("ZENLAYER_TOKEN")]
    [InlineData("ZENLAYER_ACCESS_KEY_ID")]
    [InlineData("ZENLAYER_ACCESS_KEY_SECRET")]
    [InlineData("ZENLAYER_PROFILE")]
    public void A_variable_that_is_blank_is_an_error_and_no_other_account_is_taken(string variable)
    {
        File.WriteAllText(Path, Profiles);
        _environment[variable] = " \t";

        var failure = Assert.Throws<ZecConfigurationException>(() => Search().Find());

        Assert.Equal("CredentialIncomplete", failure.Code);
        Assert.Contains($"{variable} is set and is blank", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_that_is_blank_is_an_error()
    {
        _environment["ZENLAYER_ENDPOINT"] = " ";

        Assert.Throws<ZecConfigurationException>(() => Search().Endpoint);
    }

    [Fact]
    public void A_variable_that_is_empty_is_not_set()
    {
        File.WriteAllText(Path, Profiles);
        _environment["ZENLAYER_TOKEN"] = string.Empty;

        Assert.Equal("of-profile", Search().Find().AccessKeyId);
    }

    [Theory]
    [InlineData("ZENLAYER_TOKEN", "SENTINEL-t")]
    [InlineData("ZENLAYER_ACCESS_KEY_ID", "of-environment")]
    public void An_environment_that_names_a_profile_and_holds_other_credentials_is_an_error(string variable, string value)
    {
        File.WriteAllText(Path, Profiles);
        _environment["ZENLAYER_PROFILE"] = "default";
        _environment["ZENLAYER_ACCESS_KEY_SECRET"] = variable == "ZENLAYER_TOKEN" ? string.Empty : "s";
        _environment[variable] = value;

        var failure = Assert.Throws<ZecConfigurationException>(() => Search().Find());

        Assert.Equal("CredentialAmbiguous", failure.Code);
        Assert.Contains($"ZENLAYER_PROFILE names the profile 'default', and the environment variable {variable}", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SENTINEL", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("of-profile", Search().Profile("default").AccessKeyId);
    }

    [Fact]
    public void An_environment_that_names_a_profile_and_holds_the_same_credentials_is_not_ambiguous()
    {
        File.WriteAllText(Path, Profiles);
        _environment["ZENLAYER_PROFILE"] = "default";
        _environment["ZENLAYER_ACCESS_KEY_ID"] = "of-profile";
        _environment["ZENLAYER_ACCESS_KEY_SECRET"] = "SENTINEL-s";

        Assert.Equal("of-profile", Search().Find().AccessKeyId);
    }

    [Theory]
    [InlineData(false, "/home/a", null, "/recorded", "/home/a")]
    [InlineData(false, null, "/profile", "/recorded", "/recorded")]
    [InlineData(false, "", null, "/recorded", "/recorded")]
    [InlineData(false, null, null, "", null)]
    [InlineData(false, "relative", null, "/recorded", null)]
    [InlineData(false, ".", null, "/recorded", null)]
    [InlineData(true, "C:\\home", "C:\\Users\\a", "C:\\Users\\recorded", "C:\\Users\\a")]
    [InlineData(true, "C:\\home", null, "C:\\Users\\recorded", "C:\\home")]
    [InlineData(true, null, null, "C:\\Users\\recorded", "C:\\Users\\recorded")]
    [InlineData(true, null, "\\\\server\\share\\a", "", "\\\\server\\share\\a")]
    [InlineData(true, null, "C:relative", "C:\\Users\\recorded", null)]
    [InlineData(true, null, null, "", null)]
    public void The_home_folder_is_the_one_that_the_environment_names(bool isWindows, string? home, string? userProfile, string recorded, string? expected)
        => Assert.Equal(expected, UserHome.Find(name => name == "HOME" ? home : userProfile, isWindows, recorded));

    [Fact]
    public void Without_a_home_folder_no_profile_is_read_from_the_current_folder()
    {
        var search = new CredentialSearch(name => _environment.GetValueOrDefault(name), home: null);

        Assert.Equal(ZecConfigurationException.NoCredentials, Assert.Throws<ZecConfigurationException>(() => search.Find()).Code);
        Assert.Equal("ProfileNotFound", Assert.Throws<ZecConfigurationException>(() => search.Profile("default")).Code);
    }

    public void Dispose() => _home.Delete(recursive: true);

    private ZecConfigurationException Refused()
    {
        var failure = Assert.Throws<ZecConfigurationException>(() => Search().Find());
        Assert.Equal("CredentialFileUnreadable", failure.Code);
        return failure;
    }

    private CredentialSearch Search() => new(name => _environment.GetValueOrDefault(name), _home.FullName);
}
