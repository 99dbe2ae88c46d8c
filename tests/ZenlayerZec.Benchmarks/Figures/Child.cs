using System.Diagnostics;
using System.Globalization;

namespace ZenlayerZec.Benchmarks.Figures;

/// <summary>A run in a process of its own, for what happens once in a process.</summary>
internal static class Child
{
    /// <summary>Starts this program with other arguments.</summary>
    /// <param name="arguments">What it is to do.</param>
    /// <returns>The figures that it prints.</returns>
    public static async Task<double[]> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
    }

    /// <summary>In the child: prints a figure.</summary>
    public static void Print(double figure) => Console.WriteLine(figure.ToString("R", CultureInfo.InvariantCulture));
}
