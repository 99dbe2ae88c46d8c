using ZenlayerZec.Client;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Tests.Client;

/// <summary>Whose account it is: what was named, else the environment's, else the profile's, and never a guess.</summary>
public sealed class CredentialTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("zec");
    private readonly Dictionary<string, string> _environment = [];

    [Fact]
    public void Without_any_credentials_the_three_ways_to_give_them_are_told()
    {
        var failure = Assert.Throws<ZecConfigurationException>(() => Search().Find());

        Assert.Contains("Connect-Zec", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ZENLAYER_ACCESS_KEY_ID", failure.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(".zenlayer", "credentials.json"), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_comes_before_the_profile()
    {
        Write("credentials.json", """{"default":{"access_key_id":"of-profile","access_key_secret":"s"}}""");
        Assert.Equal("of-profile", Search().Find().AccessKeyId);

        _environment["ZENLAYER_ACCESS_KEY_ID"] = "of-environment";
        _environment["ZENLAYER_ACCESS_KEY_SECRET"] = "s";
        Assert.Equal("of-environment", Search().Find().AccessKeyId);

        _environment["ZENLAYER_TOKEN"] = "t";
        Assert.Null(Search().Find().AccessKeyId);
    }

    [Fact]
    public void A_profile_that_was_named_comes_before_everything_else()
    {
        Write("credentials.json", """{"prod":{"access_key_id":"of-prod","access_key_secret":"s"}}""");
        _environment["ZENLAYER_TOKEN"] = "t";

        Assert.Equal("of-prod", Search().Profile("prod").AccessKeyId);
        Assert.Equal("profile prod", Search().Profile("prod").Source);
    }

    [Fact]
    public void The_profile_in_use_is_the_one_of_config_json_or_of_the_environment()
    {
        Write("credentials.json", """
            {"default":{"token":"t"},"a":{"access_key_id":"of-a","access_key_secret":"s"},"b":{"access_key_id":"of-b","access_key_secret":"s"}}
            """);
        Write("config.json", """{"current_profile":"a","profiles":{"a":{"language":"en"}}}""");
        Assert.Equal("of-a", Search().Find().AccessKeyId);

        _environment["ZENLAYER_PROFILE"] = "b";
        Assert.Equal("of-b", Search().Find().AccessKeyId);
    }

    [Fact]
    public void A_named_profile_that_is_missing_is_an_error_and_no_other_account_is_taken()
    {
        Write("credentials.json", """{"default":{"access_key_id":"k","access_key_secret":"s"}}""");
        _environment["ZENLAYER_ACCESS_KEY_ID"] = "k";
        _environment["ZENLAYER_ACCESS_KEY_SECRET"] = "s";

        Assert.Contains("'prod'", Assert.Throws<ZecConfigurationException>(() => Search().Profile("prod")).Message, StringComparison.Ordinal);

        _environment["ZENLAYER_PROFILE"] = "prod";
        Assert.Equal("ProfileNotFound", Assert.Throws<ZecConfigurationException>(() => Search().Find()).Code);

        _environment.Clear();
        Write("config.json", """{"current_profile":"prod"}""");
        Assert.Equal("ProfileNotFound", Assert.Throws<ZecConfigurationException>(() => Search().Find()).Code);
    }

    [Theory]
    [InlineData("ZENLAYER_ACCESS_KEY_ID")]
    [InlineData("ZENLAYER_ACCESS_KEY_SECRET")]
    public void Half_a_key_in_the_environment_is_an_error_and_no_other_account_is_taken(string variable)
    {
        Write("credentials.json", """{"default":{"access_key_id":"k","access_key_secret":"s"}}""");
        _environment[variable] = "SENTINEL-half";

        var failure = Assert.Throws<ZecConfigurationException>(() => Search().Find());

        Assert.Equal("CredentialIncomplete", failure.Code);
        Assert.DoesNotContain("SENTINEL", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"default":{"access_key_secret":"SENTINEL" oops}}""", "CredentialFileMalformed")]
    [InlineData("SENTINEL", "CredentialFileMalformed")]
    [InlineData("""["SENTINEL"]""", "CredentialFileMalformed")]
    [InlineData("""{"default":{"access_key_secret":"SENTINEL"}}""", "CredentialIncomplete")]
    [InlineData("""{"default":{"token":"SENTINEL\nX-Evil: 1"}}""", "CredentialMalformed")]
    public void A_file_that_is_no_good_is_told_without_a_word_of_what_is_in_it(string content, string code)
    {
        Write("credentials.json", content);

        var failure = Assert.Throws<ZecConfigurationException>(() => Search().Find());

        Assert.Equal(code, failure.Code);
        Assert.DoesNotContain("SENTINEL", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_others_can_read_is_a_warning()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such file modes.");
            return;
        }

        Write("credentials.json", """{"default":{"token":"t"}}""");
        var path = Path.Combine(_home.FullName, ".zenlayer", "credentials.json");
        var search = Search();
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        search.Find();
        Assert.Empty(search.Warnings);

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        search = Search();
        search.Find();
        Assert.Contains("chmod 600", Assert.Single(search.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://console.zenlayer.com", "https://console.zenlayer.com")]
    [InlineData("console.zenlayer.com", "https://console.zenlayer.com")]
    [InlineData("https://console.zenlayer.com/api/v2/zec", "https://console.zenlayer.com")]
    [InlineData("https://zec.example.com:8443/", "https://zec.example.com:8443")]
    [InlineData("http://127.0.0.1:18080", "http://127.0.0.1:18080")]
    [InlineData("http://localhost:18080", "http://localhost:18080")]
    [InlineData("http://[::1]:18080", "http://[::1]:18080")]
    public void An_endpoint_is_a_host(string written, string meant) => Assert.Equal(meant, ZecEndpoint.Parse(written).ToString());

    [Theory]
    [InlineData("http://console.zenlayer.com")]
    [InlineData("http://10.0.0.1:8080")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("https://user:SENTINEL@console.zenlayer.com")]
    [InlineData("https://console.zenlayer.com/other")]
    [InlineData("https://console.zenlayer.com/?x=1")]
    [InlineData("https://console.zenlayer.com/?token=SENTINEL")]
    [InlineData("http://console.zenlayer.com/#SENTINEL")]
    [InlineData("https://user:SENTI NEL@console.zenlayer.com:port")]
    [InlineData("https://user:SENTINEL@[console")]
    [InlineData("user:SENTINEL@console.zenlayer.com:x")]
    [InlineData("http://user:SENTINEL@10.0.0.1")]
    [InlineData("https://")]
    [InlineData("not a url")]
    public void What_is_no_safe_endpoint_is_refused(string written)
        => Assert.DoesNotContain("SENTI", Assert.Throws<ZecConfigurationException>(() => ZecEndpoint.Parse(written)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("proxy")]
    [InlineData("socks5://proxy:1080")]
    [InlineData("http://")]
    public void A_proxy_that_is_no_URL_is_refused(string written)
        => Assert.Equal("ProxyInvalid", Assert.Throws<ZecConfigurationException>(() => ZecClientOptions.ParseProxy(written)).Code);

    public void Dispose() => _home.Delete(recursive: true);

    private CredentialSearch Search() => new(name => _environment.GetValueOrDefault(name), _home.FullName);

    private void Write(string file, string content)
    {
        _home.CreateSubdirectory(".zenlayer");
        File.WriteAllText(Path.Combine(_home.FullName, ".zenlayer", file), content);
    }
}
