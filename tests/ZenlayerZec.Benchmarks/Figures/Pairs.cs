namespace ZenlayerZec.Benchmarks.Figures;

/// <summary>Runs two things in turn, so that a machine whose speed drifts drifts for both.</summary>
internal static class Pairs
{
    /// <summary>How often each figure is taken; one more run before them is not counted.</summary>
    public const int Runs = 5;

    public static async Task<(List<double> First, List<double> Second)> TakeAsync(Func<int, Task<double>> first, Func<int, Task<double>> second, int warmUps = 1, int runs = Runs)
    {
        var firsts = new List<double>();
        var seconds = new List<double>();
        for (var run = 0; run < runs + warmUps; run++)
        {
            firsts.Add(await first(run));
            seconds.Add(await second(run));
        }

        return (firsts[warmUps..], seconds[warmUps..]);
    }
}
