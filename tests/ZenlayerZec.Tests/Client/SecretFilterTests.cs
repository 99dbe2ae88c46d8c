using System.Text;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Tests.Client;

/// <summary>What is taken out of texts that came from elsewhere.</summary>
public class SecretFilterTests
{
    [Fact]
    public void A_secret_is_removed_in_every_form_in_which_a_server_may_send_it_back()
    {
        const string Secret = "S3NT+NEL/\"quoted\"&<more>";
        var filter = new SecretFilter(Secret);

        Assert.All(
            [
                Secret, "S3NT\\u002BNEL/\\u0022quoted\\u0022\\u0026\\u003Cmore\\u003E", "S3NT+NEL/\\\"quoted\\\"&<more>", "S3NT+NEL\\/\"quoted\"&<more>",
                "S3NT%2BNEL%2F%22quoted%22%26%3Cmore%3E", "S3NT+NEL/&quot;quoted&quot;&amp;&lt;more&gt;", Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
            ],
            form => Assert.Equal("a [removed] b", filter.Clean($"a {form} b")));
    }

    [Theory]
    [InlineData("\\u0022q7Z\\u0022")]
    [InlineData("\\\\u0022q7Z\\\\u0022")]
    [InlineData("%22q7Z%22")]
    [InlineData("%5Cu0022q7Z%5Cu0022")]
    [InlineData("\\u00717Z")]
    public void No_way_of_escaping_hides_a_secret(string text)
    {
        var clean = new SecretFilter("q7Z").Clean(text);

        Assert.DoesNotContain("7Z", clean, StringComparison.Ordinal);
        Assert.Contains("[removed]", clean, StringComparison.Ordinal);
        Assert.Equal(text, new SecretFilter("another").Clean(text));
    }

    [Theory]
    [InlineData("dev", "developer mode of dev, (dev)", "developer mode of [removed], ([removed])")]
    [InlineData("s", "it's his", "it'[removed] his")]
    [InlineData("longer-than-8", "xlonger-than-8x", "x[removed]x")]
    [InlineData("", "kept", "kept")]
    public void A_short_secret_is_removed_only_as_a_word_of_its_own(string secret, string text, string shown)
        => Assert.Equal(shown, new SecretFilter(secret).Clean(text));

    [Fact]
    public void Each_line_of_a_script_is_a_secret()
    {
        var filter = SecretFilter.None.With("""{"userData":"#!/bin/sh\nexport PASS=SENTINEL\r\nfi\n"}"""u8.ToArray(), null);

        Assert.Equal("bad header: [removed], fi", filter.Clean("bad header: export PASS=SENTINEL, fi"));
    }

    [Fact]
    public void A_signature_is_removed_where_it_comes_back_alone()
    {
        using var message = new HttpRequestMessage();
        message.Headers.TryAddWithoutValidation("Authorization", "ZC2-HMAC-SHA256 Credential=k, SignedHeaders=a;b, Signature=0123456789abcdef");

        Assert.Equal("no [removed]", new SecretFilter().WithProof(message.Headers).Clean("no 0123456789abcdef"));
    }

    [Fact]
    public void A_token_is_removed_whole_whatever_is_in_it()
    {
        using var message = new HttpRequestMessage();
        message.Headers.TryAddWithoutValidation("Authorization", "Bearer user=SENTINEL=0123456789");

        Assert.Equal("no [removed]", new SecretFilter("user=SENTINEL=0123456789").WithProof(message.Headers).Clean("no user=SENTINEL=0123456789"));
    }

    [Fact]
    public void A_quote_is_one_bounded_line_with_nothing_that_acts_on_a_screen()
    {
        var quote = new SecretFilter("SENTINEL").Quote($"\u001b[2Ja\r\nb\u202e {new string('x', 490)}SENTINEL");

        Assert.StartsWith("\uFFFD[2Ja\uFFFD\uFFFDb\uFFFD x", quote, StringComparison.Ordinal);
        Assert.DoesNotContain("SENT", quote, StringComparison.Ordinal);
        Assert.InRange(quote.Length, 490, 501);
    }

    [Fact]
    public void An_exception_stands_in_for_its_causes_without_their_secrets()
    {
        var failure = new HttpRequestException("to http://u:SENTINEL@p", new IOException("SENTINEL") { Data = { ["x"] = "SENTINEL" } });

        var stand = new SecretFilter("SENTINEL").StandIn(failure);

        Assert.DoesNotContain("SENTINEL", stand.ToString(), StringComparison.Ordinal);
        Assert.Equal("System.Net.Http.HttpRequestException: to http://u:[removed]@p", stand.Message);
        Assert.Equal("System.IO.IOException: [removed]", stand.InnerException!.Message);
        Assert.Empty(stand.InnerException.Data);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Data_hold_no_credential_however_the_answer_is_cut(int chunk)
    {
        var secret = "SENTINEL-" + new string('s', 20);
        var kept = "SENTINEL-sss";
        var text = string.Concat(Enumerable.Range(0, 3000).Select(number => $"{number} {(number % 7 == 0 ? secret : kept)}\n")) + "SENTINEL-s";
        var filter = new SecretFilter(secret).WithProxy(["12 SENTIN"]);

        Assert.Equal(text.Replace(secret, "[removed]", StringComparison.Ordinal), await CleanedAsync(filter, text, chunk));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("1394000000010000007")]
    [InlineData("asia-east-1a")]
    public async Task Data_keep_what_a_weak_secret_could_be_a_part_of_by_chance(string token)
    {
        var text = $"{token} and a-long-password-1";

        Assert.Equal(text, await CleanedAsync(new SecretFilter(token).WithProxy(["a-long-password-1"]), text, text.Length));
    }

    private static async Task<string> CleanedAsync(SecretFilter filter, string text, int chunk)
    {
        using var stream = new ChunkedStream(Encoding.ASCII.GetBytes(text), chunk);
        using var body = await AnswerBody.ReadAsync(stream, TestContext.Current.CancellationToken);
        filter.Clean(body);
        return Encoding.ASCII.GetString(body.Bytes);
    }

    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(buffer.Length, chunk)], cancellationToken);
    }
}
