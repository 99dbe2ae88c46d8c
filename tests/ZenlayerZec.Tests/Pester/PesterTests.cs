namespace ZenlayerZec.Tests.Pester;

/// <summary>
/// What a user does in a real console: each test of the Pester files is a row here. They run once, in one process, beside the tests of
/// this assembly.
/// </summary>
public class PesterTests
{
    /// <summary>The tests that the files hold.</summary>
    public static async Task<IEnumerable<TheoryDataRow<string, string>>> Rows()
        => (await PesterReport.Found).Tests.Select(test => new TheoryDataRow<string, string>(test.File, test.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_test_of_a_Pester_file_passes(string file, string name)
    {
        var report = await PesterReport.Run.WaitAsync(TestContext.Current.CancellationToken);

        var test = report.Tests.SingleOrDefault(test => test.File == file && test.Name == name);
        Assert.True(test is not null, "The run of the Pester files has no result for it.");
        Assert.SkipWhen(test.Result == "Skipped", "Its file says to skip it here.");
        Assert.True(test.Result == "Passed", $"{test.Result}: {test.Message}");
    }

    [Fact]
    public async Task Every_Pester_file_can_be_read_and_sets_up_and_no_result_is_without_a_row()
    {
        var report = await PesterReport.Run.WaitAsync(TestContext.Current.CancellationToken);
        var found = await PesterReport.Found;

        Assert.True(found.Faults.Count + report.Faults.Count == 0, string.Join('\n', found.Faults.Concat(report.Faults)));
        Assert.Equal(found.Tests.Select(test => (test.File, test.Name)), report.Tests.Select(test => (test.File, test.Name)));
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Engine.Repository.Root, "tests", "Pester"), "*.Tests.ps1").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            report.Tests.Select(test => test.File).Distinct().Order(StringComparer.Ordinal));
    }
}
