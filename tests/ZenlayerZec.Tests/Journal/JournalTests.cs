using System.Text.Json;
using ZenlayerZec.Client.Journal;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;
using ZenlayerZec.Tests.Cmdlets;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Journal;

/// <summary>What a process leaves behind of what it asked to change.</summary>
public sealed class JournalTests : IDisposable
{
    private const string Order =
        "New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId subnet-1";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ten_thousand_instances_are_two_writes_a_batch()
    {
        using var disk = new Counter();
        using var service = new SimulatedService(
            account => account.InstanceCount = 10_000,
            options =>
            {
                options.Clock = TimeProvider.System;
                options.Journal = new WriteJournal(() => _folder.Path, () => false) { Open = () => JournalFile.Of(disk) };
            });

        await service.ReleaseAsync(service.Ids(10_000));

        Assert.InRange(disk.Writes, 1, 200);
        await File.WriteAllBytesAsync(_folder.Combine("a.jsonl"), disk.ToArray(), TestContext.Current.CancellationToken);
        var records = new JournalReader(_folder.Path).Read();
        Assert.Equal(100, records.Count);
        Assert.Equal(10_000, records.SelectMany(record => record.SucceededIds).Distinct().Count());
    }

    [Fact]
    public async Task The_intent_is_with_the_system_before_the_request_leaves_and_counts_as_in_flight()
    {
        await using var account = await ServedAccount.StartAsync(journal: _folder.Path);
        using var elsewhere = new PowerShellSession(journal: _folder.Path);
        IReadOnlyList<string> seen = [];
        account.Simulator.FaultFor = request =>
        {
            if (request.Action == "ReleaseInstances")
            {
                seen = elsewhere.Must("Get-ZecOperation -InDoubt | ForEach-Object { $_.Outcome; $_.UnknownIds }").Of<string>();
            }

            return null;
        };

        var ids = account.Run("$some = Get-ZecInstance -First 3; $some.InstanceId").Of<string>();
        account.Run("$some | Remove-ZecInstance -Force | Out-Null");

        Assert.Equal(["InFlight", .. ids], seen);
        Assert.Empty(elsewhere.Must("Get-ZecOperation -InDoubt").Output);
        Assert.Equal(["Succeeded"], elsewhere.Must("(Get-ZecOperation -All).Outcome").Of<string>());
    }

    [Fact]
    public async Task Another_process_sees_what_became_of_each_ID()
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailureCount = 2, _folder.Path);
        account.Run("Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -KeepDependentResource -ErrorAction SilentlyContinue");
        using var elsewhere = new PowerShellSession(journal: _folder.Path);

        foreach (var property in new[] { "Account", "Action", "Outcome", "Count", "Ids", "SucceededIds", "FailedIds", "UnknownIds", "RequestId", "ErrorCode", "Attempts", "Options", "ProcessId", "Host", "Line" })
        {
            Assert.Equal(
                account.Session.Must($"(Get-ZecOperation).{property} | ForEach-Object {{ \"$_\" }}").Of<string>().Order(StringComparer.Ordinal),
                elsewhere.Must($"(Get-ZecOperation -All).{property} | ForEach-Object {{ \"$_\" }}").Of<string>().Order(StringComparer.Ordinal));
        }

        Assert.Empty(elsewhere.Must("Get-ZecOperation").Output);
        Assert.Equal("KeepDependentResource=True, Purge=False", elsewhere.Must("(Get-ZecOperation -All)[0].Options").Single<string>());
    }

    [Fact]
    public async Task A_lost_answer_is_in_doubt_until_a_later_request_settles_it()
    {
        await using var account = await ServedAccount.StartAsync(journal: _folder.Path);
        account.Simulator.FaultFor = request => request.Action == "RebootInstances" && account.Simulator.Calls.All(call => call.Action != request.Action)
            ? SimulatedFault.Drop(carriesOut: false)
            : null;
        account.Session.Must("Connect-Zec -Endpoint $endpoint -AccessKeyId (Get-ZecConnection).AccessKeyId -AccessKeySecret $secret -SettleTimeoutSec 1");
        var ids = account.Run("$two = Get-ZecInstance -Status RUNNING -First 2; $two.InstanceId; $two | Restart-ZecInstance -ErrorAction SilentlyContinue | Out-Null").Of<string>();
        using var elsewhere = new PowerShellSession(journal: _folder.Path);

        Assert.Equal(["Unknown"], elsewhere.Must("(Get-ZecOperation -InDoubt).Outcome").Of<string>());
        account.Run("Restart-ZecInstance $two[0] | Out-Null");
        Assert.Equal([ids[1]], elsewhere.Must("(Get-ZecOperation -InDoubt).UnknownIds").Of<string>());
        account.Run("Restart-ZecInstance $two[1] | Out-Null");
        Assert.Empty(elsewhere.Must("Get-ZecOperation -InDoubt").Output);
    }

    [Fact]
    public async Task Orders_and_any_other_change_are_there_and_reads_are_not()
    {
        await using var account = await ServedAccount.StartAsync(journal: _folder.Path);
        var ids = account.Run($"$order = {Order} -Count 2; $order.InstanceIds").Of<string>();
        account.Run("Invoke-ZecApi DescribeZones | Out-Null; Invoke-ZecApi StopInstances @{ instanceIds = $order.InstanceIds } -Force -ErrorAction SilentlyContinue | Out-Null");
        using var elsewhere = new PowerShellSession(journal: _folder.Path);

        Assert.Equal(["CreateZecInstances Succeeded 2", "StopInstances Failed 2"], elsewhere.Must("Get-ZecOperation -All | ForEach-Object { \"$($_.Action) $($_.Outcome) $($_.Count)\" }").Of<string>());
        Assert.Equal(ids, elsewhere.Must("(Get-ZecOperation -All)[0].SucceededIds").Of<string>());
        Assert.Equal(ids, elsewhere.Must("(Get-ZecOperation -All)[1].FailedIds").Of<string>());
        Assert.Equal(2, elsewhere.Must("(Get-ZecOperation -All).RequestId").Output.Count);
    }

    [Fact]
    public async Task No_secret_no_body_and_no_text_of_a_script_is_written()
    {
        await using var account = await ServedAccount.StartAsync(journal: _folder.Path);
        account.Session["typed"] = ServedAccount.Plain("SENTINEL-pass1!");
        account.Session.Must(
            $"""
            {Order} -Password $typed -UserData 'SENTINEL user data' | Out-Null # SENTINEL comment
            Get-ZecInstance -Status STOPPED -First 1 | Reset-ZecInstance -Password $typed -UserData 'SENTINEL user data' -Force | Out-Null
            Invoke-ZecApi ModifyInstancesAttribute @{"{"} instanceIds = @((Get-ZecInstance -First 1).InstanceId); instanceName = 'SENTINEL-name' {"}"} -Force | Out-Null
            """);

        Assert.Equal(7, _folder.Lines.Length);
        Assert.DoesNotContain("SENTINEL", string.Concat(_folder.Lines), StringComparison.Ordinal);
        Assert.Equal(string.Empty, account.Run("(Get-ZecOperation -All | Where-Object Action -eq ResetInstances).Options").Output.Single()?.ToString() ?? string.Empty);
    }

    [Fact]
    public async Task The_script_and_its_line_are_written()
    {
        var script = _folder.Combine("night é.ps1");
        await File.WriteAllTextAsync(script, "\n\nGet-ZecInstance -First 1 | Set-ZecInstance -Name n | Out-Null", new System.Text.UTF8Encoding(true), TestContext.Current.CancellationToken);
        await using var account = await ServedAccount.StartAsync(journal: _folder.Path);

        account.Session["script"] = script;
        account.Session.Must("& $script");

        Assert.Equal($"{script}:3", account.Run("Get-ZecOperation -All | ForEach-Object { \"$($_.Script):$($_.Line)\" }").Single<string>());
        Assert.Equal($"{script}:3", account.Run("Get-ZecOperation | ForEach-Object { \"$($_.Script):$($_.Line)\" }").Single<string>());
    }

    [Fact]
    public void What_a_simulated_account_did_is_in_memory_only_and_listed_all_the_same()
    {
        using var session = new PowerShellSession(journal: _folder.Path);

        session.Must("Connect-Zec -Simulator; Get-ZecInstance -First 1 | Set-ZecInstance -Name n | Out-Null");

        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.Equal("ModifyInstancesAttribute", session.Must("(Get-ZecOperation -All).Action").Single<string>());
        Assert.Empty(session.Must("Get-ZecOperation -InDoubt").Output);
    }

    [Fact]
    public async Task Every_operation_is_listed_once_and_can_be_chosen_by_its_time()
    {
        await using var account = await ServedAccount.StartAsync(journal: _folder.Path);
        account.Session.Must("$first = Get-ZecInstance -Status RUNNING -First 1 | Stop-ZecInstance; $time = [DateTimeOffset]::Now");
        await Task.Delay(5, TestContext.Current.CancellationToken);
        account.Session.Must("Get-ZecInstance -Status STOPPED -First 1 | Start-ZecInstance | Out-Null");

        Assert.Equal(["StopInstances", "StartInstances"], account.Run("(Get-ZecOperation -All).Action").Of<string>());
        Assert.Equal(["StartInstances"], account.Run("(Get-ZecOperation -After $time).Action").Of<string>());
        Assert.Empty(account.Run("Get-ZecOperation -All -Account nobody*").Output);
    }

    [Fact]
    public async Task What_a_process_did_is_listed_where_its_journal_can_no_longer_be_read()
    {
        var place = _folder.Combine("journal");
        await using var account = await ServedAccount.StartAsync(journal: place);
        account.Session.Must("Get-ZecInstance -Status RUNNING -First 1 | Stop-ZecInstance | Out-Null");
        Assert.Equal(["StopInstances"], account.Run("(Get-ZecOperation -All).Action").Of<string>());

        foreach (var file in Directory.GetFiles(place))
        {
            File.Move(file, Path.ChangeExtension(file, "away"));
        }

        Assert.Equal(["StopInstances"], account.Run("(Get-ZecOperation -All).Action").Of<string>());
        Assert.Equal(["StopInstances"], account.Run("(Get-ZecOperation -After ([DateTimeOffset]::Now.AddHours(-1))).Action").Of<string>());
        Assert.Empty(account.Run("Get-ZecOperation -InDoubt").Output);
    }

    [Fact]
    public async Task What_was_never_sent_is_there_too()
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailureCount = 1, _folder.Path);
        account.Run("Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ErrorAction Stop -ThrottleLimit 1");
        using var elsewhere = new PowerShellSession(journal: _folder.Path);

        Assert.Equal(["PartiallyFailed 100", "NeverSent 20"], elsewhere.Must("Get-ZecOperation -All | ForEach-Object { \"$($_.Outcome) $($_.Ids.Count)\" }").Of<string>());
        Assert.Empty(elsewhere.Must("Get-ZecOperation -InDoubt").Output);
    }

    [Fact]
    public async Task Runspaces_and_processes_that_write_at_once_lose_no_line()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 400, _folder.Path);
        var ids = account.Simulator.Instances.Select(instance => instance.InstanceId).ToArray();
        PowerShellSession[] sessions = [account.Session, new(account.Session), new(journal: _folder.Path), new(journal: _folder.Path)];

        await Task.WhenAll(sessions.Select((session, index) => Task.Run(() =>
        {
            session["endpoint"] = account.Endpoint;
            session["secret"] = ServedAccount.Plain(ServedAccount.Secret);
            session["mine"] = ids[(index * 100)..((index + 1) * 100)];
            session.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret; $mine | ForEach-Object {{ Set-ZecInstance $_ -Name n -Confirm:$false | Out-Null }}");
        })));

        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
        var reader = new JournalReader(_folder.Path);
        Assert.Equal(ids.Order(StringComparer.Ordinal), reader.Read().SelectMany(record => record.SucceededIds).Order(StringComparer.Ordinal));
        Assert.Equal(0, reader.UnreadableLines);
        foreach (var session in sessions[1..])
        {
            session.Dispose();
        }
    }

    [Fact]
    public async Task Only_the_user_may_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows the folder's own rules keep others out.");
        var place = _folder.Combine("state/ZenlayerZec");
        await using var account = await ServedAccount.StartAsync(journal: place);

        account.Session.Must("Get-ZecInstance -First 1 | Set-ZecInstance -Name n | Out-Null");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(place).UnixFileMode);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(Assert.Single(Directory.GetFiles(place))).UnixFileMode);
        Assert.All(File.ReadAllLines(Directory.GetFiles(place)[0]), line => JsonDocument.Parse(line).Dispose());
    }

    private sealed class Counter : MemoryStream
    {
        public int Writes { get; private set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Writes++;
            base.Write(buffer, offset, count);
        }
    }
}
