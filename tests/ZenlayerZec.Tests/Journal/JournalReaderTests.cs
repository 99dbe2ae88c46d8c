using System.Diagnostics;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Journal;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Journal;

/// <summary>What is read back from the journals of processes, whatever lies there.</summary>
public sealed class JournalReaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_torn_last_line_and_what_a_later_version_writes_are_left_out()
    {
        Write(
            ProcessIdentity.Current,
            "torn",
            """{"kind":"greeting","text":"of a later version"}""",
            """{"kind":"intent","number":1,"time":"2026-11-26T10:00:00.000Z","action":"StopInstances","account":"a","identity":"a","ids":["i-1",7,null],"colour":["red"],"count":99999999999}""",
            """{"kind":"outcome","number":1,"status":"Succeeded","failed":{"odd":true},"attempts":-1}""",
            """{"kind":"outcome","number":5,"status":"Succeeded"}""",
            "[]",
            "not JSON",
            string.Empty,
            """{"kind":"intent","number":2,"time":"2026-11-26T10:00:01.000Z","action":"Rel""");

        var reader = new JournalReader(_folder.Path);
        var record = Assert.Single(reader.Read());

        Assert.Equal(["i-1"], record.SucceededIds);
        Assert.Equal(4, reader.UnreadableLines);
    }

    [Fact]
    public void A_pipe_a_folder_a_link_and_an_empty_file_are_no_files_of_the_journal()
    {
        Directory.CreateDirectory(_folder.Combine("folder.jsonl"));
        File.WriteAllText(_folder.Combine("empty.jsonl"), string.Empty);
        if (!OperatingSystem.IsWindows())
        {
            Process.Start("mkfifo", _folder.Combine("pipe.jsonl"))!.WaitForExit();
            File.CreateSymbolicLink(_folder.Combine("link.jsonl"), "/nowhere");
            File.CreateSymbolicLink(_folder.Combine("zero.jsonl"), "/dev/zero");
        }

        Assert.Empty(new JournalReader(_folder.Path).Read());
        Assert.Empty(new JournalReader(_folder.Combine("not there")).Read());
    }

    [Fact]
    public void Without_an_outcome_it_is_in_flight_while_that_very_process_lives()
    {
        var own = ProcessIdentity.Current;

        Assert.Equal(JournalOutcome.InFlight, StatusOf(own));
        Assert.Equal(JournalOutcome.Unknown, StatusOf(own with { Start = "1" }));
        Assert.Equal(JournalOutcome.Unknown, StatusOf(own with { Id = int.MaxValue }));
    }

    [Fact]
    public void A_process_of_a_machine_that_was_started_anew_has_ended()
    {
        Assert.SkipUnless(ProcessIdentity.Current.Boot is not null, "Only Linux counts its starts.");

        Assert.Equal(JournalOutcome.Unknown, StatusOf(ProcessIdentity.Current with { Boot = "earlier" }));
    }

    [Fact]
    public void A_process_that_cannot_be_looked_for_counts_as_alive_for_a_quarter_of_an_hour()
    {
        var elsewhere = ProcessIdentity.Current with { Host = "elsewhere", Boot = ProcessIdentity.Current.Boot is null ? null : "other" };

        Assert.Equal(JournalOutcome.InFlight, StatusOf(elsewhere, TimeSpan.FromMinutes(14)));
        Assert.Equal(JournalOutcome.Unknown, StatusOf(elsewhere, TimeSpan.FromMinutes(16)));
    }

    [Fact]
    public void A_process_of_another_container_is_not_taken_for_the_one_of_the_same_number_here()
    {
        Assert.SkipUnless(ProcessIdentity.Current.Space is not null, "Only Linux tells containers apart.");

        Assert.Null((ProcessIdentity.Current with { Space = "pid:[1]" }).IsAlive());
    }

    [Fact]
    public void A_file_that_does_not_say_whose_it_is_leaves_its_changes_unknown()
        => Assert.Equal(JournalOutcome.Unknown, StatusOf(null));

    [Fact]
    public void A_doubt_ends_with_a_later_request_that_succeeded_or_found_nothing()
    {
        JournalRecord[] records =
        [
            Record(1, ["i-1", "i-2", "i-3"], null),
            Record(2, ["i-1"], new JournalOutcome("Succeeded") { Attempts = 1 }),
            Record(3, ["i-2"], new JournalOutcome("Failed") { FailedIds = ["i-2"], Attempts = 0 }),
            Record(4, ["i-3"], new JournalOutcome("Failed") { FailedIds = ["i-3"], ErrorCode = "InstanceNotFound" }),
        ];

        Assert.Equal(["i-2"], Assert.Single(JournalDoubts.Of(records)).Ids);
        Assert.Equal(["i-1", "i-2", "i-3"], Assert.Single(JournalDoubts.Of([.. records.Skip(1).Append(Record(5, ["i-1", "i-2", "i-3"], null))])).Ids);
    }

    [Theory]
    [InlineData("ConnectionFailed")]
    [InlineData("REQUEST_LIMIT_EXCEEDED")]
    [InlineData("Forbidden")]
    [InlineData(null)]
    public void A_doubt_stays_where_a_later_request_was_sent_and_failed(string? code)
    {
        JournalRecord[] records =
        [
            Record(1, ["i-1"], null),
            Record(2, ["i-1"], new JournalOutcome("Failed") { FailedIds = ["i-1"], Attempts = 5, ErrorCode = code }),
        ];

        Assert.Equal(["i-1"], Assert.Single(JournalDoubts.Of(records)).Ids);
    }

    [Fact]
    public void A_batch_that_was_stopped_before_it_was_sent_counts_as_never_sent()
    {
        using var service = new SimulatedService();
        var result = new ZecBatchResult("ReleaseInstances", 1, service.Client);

        Assert.Equal("NeverSent", JournalOutcome.Of(result, ["i-1"]).Status);

        result.SkippedIds = (string[])["i-2"];
        Assert.Equal("Skipped", JournalOutcome.Of(result, ["i-1"]).Status);

        result.SucceededIds = (string[])["i-3"];
        Assert.Equal("Succeeded", JournalOutcome.Of(result, ["i-1"]).Status);
    }

    [Fact]
    public void Files_older_than_a_month_go_unless_something_in_them_is_in_doubt()
    {
        const string Done = """{"kind":"outcome","number":1,"status":"Succeeded","attempts":1}""";
        var gone = ProcessIdentity.Current with { Id = int.MaxValue };
        Write(gone, "done", Intent("i-1"), Done);
        Write(gone, "open", Intent("i-2"));
        Write(ProcessIdentity.Current, "living", Intent("i-3"), Done);
        Write(gone, "new", Intent("i-4"), Done);
        foreach (var name in new[] { "done", "open", "living" })
        {
            File.SetLastWriteTimeUtc(_folder.Combine($"{name}.jsonl"), Now.UtcDateTime.AddDays(-31));
        }

        JournalPruning.Prune(_folder.Path, Now.UtcDateTime);

        Assert.Equal(["living.jsonl", "new.jsonl", "open.jsonl"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_more_than_64_MiB_the_oldest_files_go()
    {
        var gone = ProcessIdentity.Current with { Id = int.MaxValue };
        var filler = new string(' ', 25 * 1024 * 1024);
        string[] names = ["a", "b", "c"];
        foreach (var name in names)
        {
            Write(gone, name, Intent(name), """{"kind":"outcome","number":1,"status":"Succeeded","attempts":1}""" + filler);
            File.SetLastWriteTimeUtc(_folder.Combine($"{name}.jsonl"), Now.UtcDateTime.AddDays(name[0] - 'z'));
        }

        JournalPruning.Prune(_folder.Path, Now.UtcDateTime);

        Assert.Equal(["b.jsonl", "c.jsonl"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static string Intent(string id)
        => $$"""{"kind":"intent","number":1,"time":"2026-11-26T10:00:00.000Z","action":"StopInstances","account":"a","identity":"a","ids":["{{id}}"],"count":1}""";

    private static JournalRecord Record(int second, string[] ids, JournalOutcome? outcome) => new(
        new JournalIntent("a", "a", "ReleaseInstances", ids, ids.Length, null, null), DateTimeOffset.UnixEpoch.AddSeconds(second), null, outcome);

    private static string StatusOf(ProcessIdentity? process, TimeSpan age = default)
        => (Record(0, ["i-1"], null) with { Process = process, Time = Now - age }).Status(Now);

    private void Write(ProcessIdentity process, string name, params string[] lines) => File.WriteAllText(
        _folder.Combine($"{name}.jsonl"), System.Text.Encoding.UTF8.GetString(JournalText.Process(process)) + string.Join('\n', lines));
}
