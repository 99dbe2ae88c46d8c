using System.Reflection;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Tests.Answers;

namespace ZenlayerZec.Tests.Client;

/// <summary>What of the service's text may be shown as it came.</summary>
public class VisibleTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("web-1 ~", "web-1 ~")]
    [InlineData("\u4e2d\u6587 \u00e9 \U0001F600", "\u4e2d\u6587 \u00e9 \U0001F600")]
    [InlineData("\u001b[2J\r\n\t", "\uFFFD[2J\uFFFD\uFFFD\uFFFD")]
    [InlineData("\u007f\u0085\u009b", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("a\u202eb\u2066c\u200fd", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("a\u2028b\u2029c", "a\uFFFDb\uFFFDc")]
    [InlineData("a\u200bb\ufeffc", "a\uFFFDb\uFFFDc")]
    [InlineData("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")]
    [InlineData("\U0001F468\u200D\U0001F469", "\U0001F468\u200D\U0001F469")]
    [InlineData("x\U000E0001\U000E0041\U000E007F\U000E0000y", "x\uFFFD\uFFFD\uFFFD\uFFFDy")]
    public void What_would_act_on_the_screen_is_replaced(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("a\uFFFDb\uFFFD", VisibleText.Of("a\ud83db\ude00"));

    [Theory]
    [InlineData("web-1")]
    [InlineData("\u4e2d\u6587")]
    public void A_text_that_is_fit_is_not_copied(string text) => Assert.Same(text, VisibleText.Of(text));

    [Fact]
    public void Every_property_that_holds_IDs_is_read_exactly()
    {
        const string Odd = "a\u202eb";
        var properties = typeof(ZecClient).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "ZenlayerZec.Client.Models"
                || (type.Namespace == "ZenlayerZec.Client.Api" && !type.Name.EndsWith("Request", StringComparison.Ordinal)))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.Name != "RequestId" && property.SetMethod?.IsPublic == true && IdProperty.Is(property.Name) && !IsAdded(property))
            .ToArray();

        Assert.True(properties.Length > 25);
        Assert.All(properties, property =>
        {
            var isList = property.PropertyType != typeof(string);
            var name = property.Name switch
            {
                "AttachedInstanceId" or "CreatedInstanceId" => "instanceId",
                "DiskIds" => "diskIdSet",
                "NicIPv6Id" => "ipv6CidrId",
                "NatGatewayIds" => "natIdList",
                "RegionIds" or "NicIds" or "LoadBalancerIds" or "HaVipIds" when property.DeclaringType != typeof(ZecInstance)
                    => $"{char.ToLowerInvariant(property.Name[0])}{property.Name[1..^1]}List",
                "RegionId" when property.DeclaringType == typeof(ZecImageCopyProgress) => "destRegionId",
                _ => $"{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}",
            };
            var value = property.GetValue(WireItems.Read(property.DeclaringType!, $$"""{"{{name}}":{{(isList ? $"[\"{Odd}\"]" : $"\"{Odd}\"")}}}""").Item);
            Assert.Equal(Odd, isList ? Assert.Single((IEnumerable<string>)value!) : value);
        });

        // What was asked for, and no answer has.
        static bool IsAdded(PropertyInfo property) => (property.DeclaringType!.Name, property.Name)
            is (nameof(ZecImage), nameof(ZecImage.ZoneId))
            or (nameof(ZecImageCopyProgress), nameof(ZecImageCopyProgress.ImageId))
            or (nameof(ZecNicIPv6), nameof(ZecNicIPv6.AttachedNicId))
            or (nameof(ZecSecurityGroupRule), nameof(ZecSecurityGroupRule.SecurityGroupId));
    }
}
