using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ZenlayerZec.Simulator;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds;
using ZenlayerZec.Tests.Client;
using static ZenlayerZec.Tests.Account.AccountRows;

namespace ZenlayerZec.Tests.Account;

/// <summary>The lists of every kind that the simulated account has: their filters, their pages and their rows.</summary>
public class KindListTests
{
    public static TheoryData<string> Kinds => [.. ZecSimulator.Kinds];

    public static TheoryData<string, string> Filters =>
    [
        .. KindCatalogue.All.SelectMany(kind => Contracts.Of(kind.ListAction)
            .Where(parameter => parameter.Name is not ("pageSize" or "pageNum"))
            .Select(parameter => new TheoryDataRow<string, string>(kind.Name, parameter.Name))),
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_lets_through_what_matches_and_nothing_else(string kindName, string parameter)
    {
        using var service = new SimulatedService(account => account.InstanceCount = 60);
        var kind = KindCatalogue.Find(kindName);
        var field = Contracts.Of(kind.ListAction).Single(field => field.Name == parameter);
        var rows = service.Simulator.Rows(kindName);

        foreach (var wanted in Wanted(rows, field))
        {
            var body = $$"""{"pageSize":1000,"{{parameter}}":{{wanted}}}""";
            var answer = await service.AskAsync(kind.ListAction, body);
            var expected = rows.Where(row => Matches(row, kind, field, JsonDocument.Parse(wanted).RootElement));

            Assert.Equal(expected.Select(row => row.Text(kind.IdField)), answer.GetProperty("dataSet").EnumerateArray().Select(row => row.Text(kind.IdField)));
            Assert.Equal(expected.Count(), answer.Whole("totalCount"));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Pages_together_are_the_whole_list(string kindName)
    {
        using var service = new SimulatedService(account => account.InstanceCount = 30);
        var kind = KindCatalogue.Find(kindName);
        var all = service.Simulator.Rows(kindName).Select(row => row.Text(kind.IdField)).ToArray();
        var ids = new List<string?>();

        for (var page = 1; page <= (all.Length / 7) + 2; page++)
        {
            var answer = await service.AskAsync(kind.ListAction, Body(("pageSize", 7), ("pageNum", page)));
            Assert.Equal(all.Length, answer.Whole("totalCount"));
            ids.AddRange(answer.GetProperty("dataSet").EnumerateArray().Select(row => row.Text(kind.IdField)));
        }

        Assert.Equal(all, ids);
        Assert.Equal(Math.Min(20, all.Length), (await service.AskAsync(kind.ListAction, "{}")).GetProperty("dataSet").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_row_has_every_member_of_the_description_and_no_other(string kindName)
    {
        using var service = new SimulatedService();
        var kind = KindCatalogue.Find(kindName);

        var rows = (await service.AskAsync(kind.ListAction, """{"pageSize":1000}""")).GetProperty("dataSet").EnumerateArray().ToArray();

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.Equal(kind.Members.Select(member => member.Name), row.EnumerateObject().Select(member => member.Name));
            AnswerForm.Check(row, kind.Members, kindName);
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_row_knows_is_shown_unless_it_is_hidden_on_purpose(string kindName)
    {
        var account = new SimulatedAccount(new SimulatorOptions(), new FakeTimeProvider());
        var kind = KindCatalogue.Find(kindName);
        string[] known = [.. kind.Members.Select(member => member.Name), .. kind.Hidden];

        Assert.All(account[kind].Rows, row => Assert.Empty(row.Names.Except(known)));
        Assert.All(kind.Computed.Keys, member => Assert.Contains(member, known));
        Assert.All(kind.Filters.Keys.Concat(kind.Fuzzy), parameter => Assert.Contains(Contracts.Of(kind.ListAction), field => field.Name == parameter));
    }

    /// <summary>What to ask for: values that rows have, and one that none has.</summary>
    private static IEnumerable<string> Wanted(IReadOnlyList<JsonElement> rows, Field field)
    {
        if (field.Type == FieldType.Flag)
        {
            return ["true", "false"];
        }

        if (field.Type == FieldType.Whole)
        {
            return [.. rows.Select(row => row.GetProperty(field.Name).GetRawText()).Distinct().Take(3), $"{field.Least}"];
        }

        if (field.Name == "tags")
        {
            var tags = rows.SelectMany(Tags).Distinct().Take(3).ToArray();
            return [.. tags.Select(tag => JsonSerializer.Serialize(new[] { new { key = tag.Key, value = tag.Value } })), """[{"key":"no","value":"such"}]"""];
        }

        string[] values =
        [
            .. field.Values.Count > 0 ? field.Values : rows.SelectMany(row => Values(row, field.Name)).OfType<string>().Distinct().Take(3),
            .. field.Values.Count > 0 ? Array.Empty<string>() : ["no-such-value"],
        ];
        return field.Type == FieldType.TextList
            ? [.. values.Select(value => JsonSerializer.Serialize(new[] { value, "another" })), JsonSerializer.Serialize(values)]
            : values.Select(value => JsonSerializer.Serialize(value));
    }

    private static bool Matches(JsonElement row, SimulatedKind kind, Field field, JsonElement wanted)
    {
        if (field.Type is FieldType.Flag or FieldType.Whole)
        {
            return row.GetProperty(field.Name).GetRawText() == wanted.GetRawText();
        }

        if (field.Name == "tags")
        {
            return wanted.EnumerateArray().All(tag => Tags(row).Contains(new(tag.Text("key")!, tag.Text("value")!)));
        }

        if (field.Name == "tagKeys")
        {
            return wanted.EnumerateArray().All(key => Tags(row).Any(tag => tag.Key == key.GetString()));
        }

        var values = Values(row, field.Name).OfType<string>();
        if (wanted.ValueKind == JsonValueKind.Array)
        {
            return wanted.EnumerateArray().Any(value => values.Contains(value.GetString()));
        }

        return field.Name == kind.NameField || field.Name == "cidrBlock"
            ? values.Any(value => value.Contains(wanted.GetString()!, StringComparison.OrdinalIgnoreCase))
            : values.Contains(wanted.GetString());
    }

    /// <summary>What a row has that a filter asks for.</summary>
    private static IEnumerable<string?> Values(JsonElement row, string parameter) => parameter switch
    {
        "tagKeys" => Tags(row).Select(tag => tag.Key),
        "resourceGroupId" when row.TryGetProperty("resourceGroup", out var group) => [group.Text(parameter)],
        "ipAddress" or "ipAddresses" => row.GetProperty("publicIpAddresses").EnumerateArray().Select(address => address.GetString()),

        // What disk it is of is not among a snapshot's members, but whether a disk can be made of it follows.
        "diskType" when row.TryGetProperty("diskAbility", out var ability) => [ability.GetBoolean() ? "DATA" : "SYSTEM"],
        "regionId" when row.TryGetProperty("diskId", out _) => [row.Text("regionId"), row.Text("zoneId")],
        "regionId" when row.TryGetProperty("regionIdList", out var regions) => regions.EnumerateArray().Select(region => region.GetString()),
        _ when row.TryGetProperty(parameter, out var value) => [value.GetString()],
        _ => [row.Text(parameter[..^1])],
    };

    private static IEnumerable<KeyValuePair<string, string>> Tags(JsonElement row) => row.GetProperty("tags").GetProperty("tags").EnumerateArray()
        .Select(tag => new KeyValuePair<string, string>(tag.Text("key")!, tag.Text("value")!));
}
