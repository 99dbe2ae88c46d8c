using System.Diagnostics;
using ZenlayerZec.Client.Journal;
using ZenlayerZec.Tests.Client;
using ZenlayerZec.Tests.Cmdlets;

namespace ZenlayerZec.Tests.Journal;

/// <summary>A journal that cannot be written keeps nothing from being sent.</summary>
public sealed class UnwritableJournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static JournalIntent Intent { get; } = new("lab", "k@host", "ReleaseInstances", ["i-1"], 1, "Purge=False", null);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_pipe_that_nobody_reads_costs_one_second_and_no_more()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes in the file system are a thing of Unix.");
        var pipe = _folder.Combine("pipe");
        using (var mkfifo = Process.Start("mkfifo", pipe))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var journal = Journal(() => JournalFile.Of(new FileStream(pipe, FileMode.Open, FileAccess.Write)));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => journal.BeginAsync(Intent)));
        var first = watch.Elapsed;
        watch.Restart();
        for (var i = 0; i < 100; i++)
        {
            Assert.Null(await journal.BeginAsync(Intent));
        }

        Assert.InRange(first, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(10));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(0.9));
        Assert.Contains("more than a second", journal.TakeWarning(), StringComparison.Ordinal);
        Assert.Null(journal.TakeWarning());

        // So that the thread that still waits for a reader comes to its end.
        using var reader = new FileStream(pipe, FileMode.Open, FileAccess.Read);
        Assert.True(reader.ReadByte() >= 0);
    }

    [Fact]
    public async Task A_full_disk_ends_the_journal_and_not_the_run()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a device that is always full.");
        var journal = Journal(() => JournalFile.Of(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)));

        Assert.Null(await journal.BeginAsync(Intent));

        Assert.False(journal.IsWritten);
        Assert.NotNull(journal.TakeWarning());
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_is_told_after_the_last_batch()
    {
        var place = _folder.Combine("file");
        await File.WriteAllTextAsync(place, "mine", TestContext.Current.CancellationToken);
        await using var account = await ServedAccount.StartAsync(journal: place);

        var run = account.Run("$WarningPreference = 'Stop'; Get-ZecInstance | Remove-ZecInstance -Force -OutVariable results | Out-Null; 'never'");

        Assert.Equal(3, account.Session.Must("$results").Output.Count);
        Assert.Equal(3, account.Releases);
        Assert.Empty(run.Output);
        Assert.NotNull(run.Terminating);
        Assert.Equal("mine", await File.ReadAllTextAsync(place, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_is_told_once_in_a_process()
    {
        await using var account = await ServedAccount.StartAsync(journal: Path.Combine(_folder.Combine("file"), "below"));
        await File.WriteAllTextAsync(_folder.Combine("file"), "mine", TestContext.Current.CancellationToken);

        var first = account.Run("Get-ZecInstance -First 1 | Set-ZecInstance -Name n | Out-Null");
        var second = account.Run("Get-ZecInstance -First 1 | Remove-ZecInstance -Force | Out-Null");

        Assert.Contains("writes nothing more to it", Assert.Single(first.Warnings), StringComparison.Ordinal);
        Assert.Empty(second.Warnings);
    }

    [Fact]
    public async Task Lines_after_a_torn_one_can_be_read()
    {
        using var disk = new FullForAWhile();
        var journal = Journal(() => JournalFile.Of(disk));
        var first = await journal.BeginAsync(Intent);
        var second = await journal.BeginAsync(Intent with { Ids = ["i-2"] });
        disk.IsFull = true;
        Assert.False(await first!.EndAsync(new JournalOutcome("Succeeded")));
        disk.IsFull = false;
        await second!.EndAsync(new JournalOutcome("Succeeded"));
        await disk.Last.Task.WaitAsync(TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_folder.Combine("a.jsonl"), disk.Written, TestContext.Current.CancellationToken);

        var reader = new JournalReader(_folder.Path);
        var records = reader.Read();

        Assert.Equal([null, "Succeeded"], records.Select(record => record.Outcome?.Status));
        Assert.Equal(1, reader.UnreadableLines);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_result_counts_as_journaled_only_where_its_outcome_was_written(bool isFull)
    {
        using var disk = new FullForAWhile();
        using var service = new SimulatedService(
            connect: options =>
            {
                options.Clock = TimeProvider.System;
                options.Journal = Journal(() => JournalFile.Of(disk));
            });
        service.Simulator.FaultFor = request =>
        {
            disk.IsFull |= isFull && request.Action == "ReleaseInstances";
            return null;
        };

        var result = Assert.Single(await service.ReleaseAsync(service.Ids(3)));

        Assert.Equal(3, result.SucceededIds.Length);
        Assert.Equal(!isFull, result.IsJournaled);
    }

    [Fact]
    public void What_a_process_knows_takes_the_place_of_its_record_without_an_outcome()
    {
        var time = DateTimeOffset.UnixEpoch;
        var open = new JournalRecord(Intent, time, ProcessIdentity.Current, null);
        var known = open with { Intent = Intent with { Ids = ["i-1", "i-2"] }, Outcome = new JournalOutcome("Succeeded") { Duration = TimeSpan.FromSeconds(2) } };

        Assert.True(open.IsToldBy(known));
        Assert.True((open with { Time = time.AddSeconds(1) }).IsToldBy(known));
        Assert.False((open with { Time = time.AddSeconds(3) }).IsToldBy(known));
        Assert.False((open with { Intent = Intent with { Ids = ["i-3"] } }).IsToldBy(known));
        Assert.False((open with { Process = ProcessIdentity.Current with { Id = int.MaxValue } }).IsToldBy(known));
        Assert.False(known.IsToldBy(known));
    }

    private WriteJournal Journal(Func<JournalFile> open) => new(() => _folder.Path, () => false) { Open = open };

    /// <summary>Takes half of what it is given while it is full.</summary>
    private sealed class FullForAWhile : MemoryStream
    {
        private bool _wasFull;

        public bool IsFull { get; set; }

        public byte[] Written => ToArray();

        /// <summary>Completes with the first write after it was full.</summary>
        public TaskCompletionSource Last { get; } = new();

        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, IsFull ? count / 2 : count);
            if (!IsFull && _wasFull)
            {
                Last.TrySetResult();
            }

            _wasFull |= IsFull;
            if (IsFull)
            {
                throw new IOException("No space left on device.");
            }
        }
    }
}
