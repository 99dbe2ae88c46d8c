using System.Text.RegularExpressions;
using System.Xml.Linq;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What the module's objects look like on a screen of 120 columns. <see cref="ViewTextTests"/> has them line by line.</summary>
public class ViewTests
{
    private const string Order = "New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId s-1 -Count 3";

    [Fact]
    public async Task Instances_are_a_table_with_what_tells_them_apart()
    {
        await using var account = await ServedAccount.StartAsync();

        var lines = Shown(account, "Get-ZecInstance -First 2");

        Assert.Equal("InstanceId Name Status Zone Type IP".Split(' '), lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var first = account.Simulator.Instances[0];
        Assert.Equal(
            $"{first.InstanceId} {first.InstanceName} {first.Status} {first.ZoneId} {first.InstanceType} {first.PublicIpAddresses[0]}, {first.PrivateIpAddresses[0]}",
            string.Join(' ', lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task A_result_shows_the_IDs_that_failed()
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailureCount = 12);
        var failing = account.Simulator.Instances.Where(instance => instance.Status == "STOPPED").Take(12).Select(instance => instance.InstanceId);

        var text = string.Concat(Shown(account, "Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ErrorAction SilentlyContinue"));

        Assert.All(failing, id => Assert.Contains(id, text, StringComparison.Ordinal));
        Assert.Contains("PartiallyFailed", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ZecInstanceStatus -First 2", "InstanceId Status")]
    [InlineData("Get-ZecZone", "ZoneId Name Region City Country")]
    [InlineData("Get-ZecRegion", "RegionId Name Product Netmask IP Line")]
    [InlineData("Get-ZecRegionCapacity", "RegionId Capacity InstanceTypes")]
    [InlineData("Get-ZecInstanceType", "ZoneId InstanceType Cpu MemoryGiB MaxMbps InStock ChargeTypes")]
    [InlineData("Get-ZecImage asia-east-1a", "ImageId Name System Source Status DiskGiB Place")]
    [InlineData("(Get-ZecInstance -First 1).SystemDisk", "DiskId SizeGiB Category Bursting")]
    [InlineData("(Get-ZecInstance -First 1).DataDisks", "DiskId Name SizeGiB Category Detachable")]
    [InlineData("(Get-ZecInstance -First 1).Nics", "NicId Name Status PrivateIp InstanceId Type PublicIp")]
    [InlineData("Get-ZecInstance -Status STOPPED -First 2 | Remove-ZecInstance -Force", "Batch Status Done Failed Unknown Skipped FailedIds")]
    [InlineData(Order, "OrderNumber Asked Created InstanceIds")]
    [InlineData($"{Order} | Out-Null; Get-ZecOperation", "Time Action Outcome Count ErrorCode")]
    public async Task Everything_that_is_listed_is_a_table(string script, string columns)
    {
        await using var account = await ServedAccount.StartAsync();

        var lines = Shown(account, script);

        var header = lines.SkipWhile(line => line.Contains("Action: ", StringComparison.Ordinal)).First();
        Assert.Equal(columns, string.Join(' ', header.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.True(lines.Length > 2);
    }

    [Fact]
    public async Task A_connection_shows_where_and_as_whom()
    {
        await using var account = await ServedAccount.StartAsync();

        var text = string.Join('\n', Shown(account, "Get-ZecConnection"));

        Assert.Contains(account.Endpoint, text, StringComparison.Ordinal);
        Assert.Contains("simulated-key-id", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_that_need_a_look_have_a_colour_where_the_console_has_colours_and_columns_stay_where_they_are()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);
        foreach (var state in "RUNNING STOPPED RECYCLE CREATE_FAILED REINSTALL_FAILED REBUILDING".Split(' '))
        {
            account.Simulator.Add(new() { InstanceId = $"i-{state[..3]}", InstanceName = "n", Status = state, ZoneId = "zone-a" });
        }

        var coloured = Raw(account, "Ansi");

        Assert.Contains(coloured, line => line.Contains("\u001b[33mRECYCLE\u001b[0m", StringComparison.Ordinal));
        Assert.Contains(coloured, line => line.Contains("\u001b[31mCREATE_FA…\u001b[0m", StringComparison.Ordinal));
        Assert.Contains(coloured, line => line.Contains("\u001b[31mREINSTALL…\u001b[0m", StringComparison.Ordinal));
        Assert.All(["RUNNING", "STOPPED", "REBUILDING"], state => Assert.Contains(coloured, line => line.Contains($" {state} ", StringComparison.Ordinal)));
        var plain = Raw(account, "PlainText");
        var rows = plain.Where(line => line.Contains("zone-a", StringComparison.Ordinal)).ToArray();
        Assert.Equal(6, rows.Length);
        Assert.All(rows, line => Assert.DoesNotContain('\u001b', line));
        Assert.Single(rows.Select(line => line.IndexOf("zone-a", StringComparison.Ordinal)).Distinct());
        Assert.Equal(plain.Select(Plain), coloured.Select(Plain));
    }

    [Fact]
    public void Every_type_that_a_cmdlet_emits_has_a_table_and_a_list()
    {
        using var session = new PowerShellSession();

        var emitted = session.Must("Get-Command -Module ZenlayerZec | ForEach-Object OutputType | ForEach-Object Name").Of<string>()
            .Where(name => name.StartsWith("ZenlayerZec.", StringComparison.Ordinal)).Distinct().ToArray();

        Assert.True(emitted.Length > 8);
        Assert.All(emitted, name => Assert.Equal(["ListControl", "TableControl"], Views(name).Select(Control).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Lists_show_every_field_and_no_ID_of_the_service_as_it_came()
    {
        using var session = new PowerShellSession();
        Type[] types =
        [
            .. typeof(ZenlayerZec.Client.ZecClient).Assembly.GetExportedTypes().Where(type => Views(type.FullName!).Length > 0),
            session.Must("[ZenlayerZec.Connection.ZecOperation]").Single<Type>(),
        ];

        Assert.True(types.Length > 10);
        foreach (var type in types)
        {
            var list = Views(type.FullName!).Single(view => Control(view) == "ListControl").Descendants("ListItem").ToArray();
            Assert.Equal(
                type.GetProperties().Where(property => property.Name != nameof(ZecObject.Account)).Select(property => property.Name == "InstanceOptions" ? "NestedVirtualization" : property.Name).Order(StringComparer.Ordinal),
                list.Select(item => (string)(item.Element("Label") ?? item.Element("PropertyName"))!).Order(StringComparer.Ordinal));
            var columns = Added(type);
            Assert.Equal(columns, Added(type, "Deserialized."));
            Assert.All(
                Views(type.FullName!).SelectMany(view => view.Descendants("PropertyName")).Select(name => name.Value).Where(columns.Contains),
                name => Assert.Contains(
                    type.GetProperties(), property => property.Name.Contains(Regex.Replace(name, "(Text|Minute|Count|Place)$", string.Empty), StringComparison.Ordinal)));
            Assert.All(
                Views(type.FullName!).SelectMany(view => view.Descendants("PropertyName")).Select(name => name.Value).Where(name => !columns.Contains(name)),
                name =>
                {
                    var field = type.GetProperty(name)!;
                    Assert.True(
                        field.PropertyType.IsValueType || (field.PropertyType == typeof(string) && !(IdProperty.Is(name) && name != "RequestId")),
                        $"{type.Name}.{name}");
                });
        }
    }

    [Fact]
    public void A_row_of_a_table_runs_no_script()
    {
        Assert.Empty(Formats.Descendants("TableControl").Descendants("ScriptBlock"));
        Assert.True(Formats.Descendants("ScriptBlock").Count() <= 50);
        Assert.All(
            Formats.Descendants("ScriptBlock").Select(block => block.Value).Where(block => !block.Contains(".InstanceOptions", StringComparison.Ordinal)),
            block => Assert.Matches(@"^\[ZenlayerZec\.Formats\.Shown\]::Text\(\$_\.[A-Za-z0-9]+\)$", block));
    }

    /// <summary>PowerShell reads the views at each import, and every line costs.</summary>
    [Fact]
    public void The_views_have_at_most_2_000_lines()
        => Assert.InRange(Directory.GetFiles(Repository.ModuleFolder, "*.ps1xml").Sum(file => File.ReadLines(file).Count()), 1000, 2000);

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    public async Task Dates_are_ISO_dates_whatever_calendar_the_culture_has(string culture)
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);
        account.Simulator.Add(new()
        {
            InstanceId = "i-1",
            Status = "STOPPED",
            CreateTime = new DateTimeOffset(2025, 8, 3, 4, 5, 6, TimeSpan.Zero),
            ExpiredTime = new DateTimeOffset(2026, 8, 3, 4, 5, 6, TimeSpan.Zero),
        });
        account.Session["culture"] = System.Globalization.CultureInfo.GetCultureInfo(culture);

        var lines = Shown(account, """
            & {
                [Threading.Thread]::CurrentThread.CurrentCulture = $culture
                Get-ZecInstance -OutVariable instance
                $formats = [xml][IO.File]::ReadAllText([IO.Path]::Combine((Get-Module ZenlayerZec).ModuleBase, 'bin/ZenlayerZec.Format.ps1xml'))
                foreach ($list in $formats.SelectNodes('//ListItem[contains(Label, "Time")]/ScriptBlock')) {
                    if ($list.InnerText -match '(Create|Expired)Time') { $_ = $instance[0]; & ([scriptblock]::Create($list.InnerText)) }
                }
                $null = Remove-ZecInstance i-1 -Force
                Get-ZecOperation
            }
            """);

        Assert.Contains(lines, line => line.Contains("2025-08-03 04:05:06 +00:00", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("2026-08-03 04:05:06 +00:00", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith($"{DateTime.Now.Year:D4}-", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("1447", StringComparison.Ordinal) || line.Contains("2568", StringComparison.Ordinal));
    }

    /// <summary>The views by hand, and those that are made of the description of the API.</summary>
    private static XElement Formats { get; } = Loaded("ZenlayerZec.Format.ps1xml");

    private static XElement Loaded(string file) => XDocument.Load(Path.Combine(Repository.ModuleFolder, file)).Root!;

    private static XElement[] Views(string type) => [.. Formats
        .Descendants("View").Where(view => view.Descendants("TypeName").Any(name => name.Value == type))];

    /// <summary>The properties that the module adds to a type and its bases for their views.</summary>
    private static string[] Added(Type type, string prefix = "") => [.. Loaded("ZenlayerZec.Types.ps1xml")
        .Descendants("Type").Where(element => element.Element("Name")!.Value is var name && (name == prefix + type.FullName || name == prefix + typeof(ZecObject).FullName))
        .Descendants("CodeProperty").Select(property => property.Element("Name")!.Value)];

    private static string Control(XElement view) => view.Elements().Last().Name.LocalName;

    private static string Plain(string line) => Regex.Replace(line, "\u001b\\[[0-9;]*m", string.Empty);

    /// <summary>The instances as a console gets them that has been told how to render.</summary>
    private static string[] Raw(ServedAccount account, string rendering)
    {
        var before = account.Session.Host.Lines.Count;
        account.Session.Must($$"""
            $kept = $PSStyle.OutputRendering
            $PSStyle.OutputRendering = '{{rendering}}'
            try { Get-ZecInstance | Out-Default } finally { $PSStyle.OutputRendering = $kept }
            """);
        return [.. account.Session.Host.Lines.Skip(before)];
    }

    private static string[] Shown(ServedAccount account, string script)
    {
        var run = account.Run($"{script} | Out-Default");
        Assert.Empty(run.Errors);
        var lines = account.Session.Host.Lines
            .Select(Plain)
            .Where(line => line.Trim().Length > 0)
            .ToArray();
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= 120, line));
        return lines;
    }
}
