using BenchmarkDotNet.Running;
using ZenlayerZec.Benchmarks;
using ZenlayerZec.Benchmarks.Figures;
using ZenlayerZec.Benchmarks.Micro;
using ZenlayerZec.Benchmarks.Subjects;

const string Usage = """
    Measures the module beside the least that the same work could take.
      (nothing)        every figure, as one table; exits with 1 where one falls short
      NAME ...         only these: release, release-0, limit, count, journal, list, list-0, plan, memory,
                       start, methods
      --write          also writes the table to docs/benchmarks.md
      micro            signing and reading a page, with allocations
    """;

var all = new Dictionary<string, Func<Task<IEnumerable<Figure>>>>
{
    ["release"] = ReleaseFigures.AtLatencyAsync,
    ["release-0"] = ReleaseFigures.AtNoLatencyAsync,
    ["limit"] = ReleaseFigures.WithinALimitAsync,
    ["count"] = ReleaseFigures.ByCountAsync,
    ["journal"] = ReleaseFigures.WithJournalAsync,
    ["list"] = () => ListFigures.ByTimeAsync(50),
    ["list-0"] = () => ListFigures.ByTimeAsync(0),
    ["plan"] = PlanFigures.TakeAsync,
    ["memory"] = ListFigures.ByMemoryAsync,
    ["start"] = StartFigures.TakeAsync,
    ["methods"] = MethodFigures.TakeAsync,
};

switch (args)
{
    case [StartFigures.ImportArgument, var manifest]:
        StartFigures.Import(manifest);
        return 0;
    case [StartFigures.FirstCallArgument, var endpoint]:
        StartFigures.FirstCall(endpoint);
        return 0;
    case [MethodFigures.ModuleArgument, var endpoint]:
        await MethodFigures.AskAsync(endpoint);
        return 0;
    case [MethodFigures.FloorArgument, var endpoint]:
        await MethodFigures.PostAsync(new Uri(endpoint));
        return 0;
    case ["micro"]:
        BenchmarkRunner.Run([typeof(SigningBenchmarks), typeof(PageBenchmarks)]);
        return 0;
}

var names = args.Where(argument => argument != "--write").ToArray();
if (names.Any(name => !all.ContainsKey(name)))
{
    await Console.Error.WriteLineAsync(Usage);
    return 64;
}

var journal = Journal.Move();
var report = new Report();
foreach (var name in names.Length > 0 ? names : [.. all.Keys])
{
    report.Add(await all[name]());
}

Directory.Delete(journal, recursive: true);

if (args.Contains("--write"))
{
    report.Write();
}

return report.Holds ? 0 : 1;
