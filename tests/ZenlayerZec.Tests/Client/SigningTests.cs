using System.Text;
using ZenlayerZec.Client.Signing;

namespace ZenlayerZec.Tests.Client;

/// <summary>The example of the vendor's documentation, and what the vendor's own signer makes of a release.</summary>
public class SigningTests
{
    private const string Host = "console.zenlayer.com";

    [Fact]
    public void A_request_is_signed_as_in_the_vendors_documentation()
        => Assert.Equal(
            "ZC2-HMAC-SHA256 Credential=0D9UtpyKYcHxms5v, SignedHeaders=content-type;host, "
            + "Signature=efb356c32e55c781e10dc676da59462c22596d82e91c57803666243379555b2f",
            Zc2Signature.Authorization(
                "0D9UtpyKYcHxms5v",
                "Gu5t9xGARNpq86cd98joQYCN3",
                "application/json; charset=utf-8",
                Host,
                1673361177,
                """{"pageSize":10,"pageNum":1,"zoneId":"HKG-A"}"""u8.ToArray()));

    [Theory]
    [InlineData("application/json", "db15fc9becf5bf8d836b9c57f9d87dc07149fd485e89a9ae7f1168406cad7ea5")]
    [InlineData("application/json; charset=utf-8", "c56c4c90daa6a155968c05e8ae96755dd0cbfbac6ae788167da6d77f49818a25")]
    public void What_is_signed_of_a_release_is_what_the_vendors_signer_signs(string contentType, string canonicalHash)
        => Assert.Equal(
            $"ZC2-HMAC-SHA256\n1700000000\n{canonicalHash}",
            Zc2Signature.StringToSign(
                contentType, Host, 1700000000, Encoding.UTF8.GetBytes("""{"instanceIds":["instanceId1","instanceId2"]}""")));
}
