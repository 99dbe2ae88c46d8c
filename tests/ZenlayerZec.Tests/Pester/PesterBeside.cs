using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(ZenlayerZec.Tests.Pester.PesterBeside))]

namespace ZenlayerZec.Tests.Pester;

/// <summary>
/// Starts the Pester files before the first test, where their rows are among those to run, and has the rows last: they only wait for the
/// results, and would take a thread from tests that can run meanwhile.
/// </summary>
public sealed class PesterBeside : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection
    {
        var name = typeof(PesterTests).FullName!;
        if (testCollections.Any(IsPesters))
        {
            _ = PesterReport.Run;
        }

        return [.. testCollections.OrderBy(IsPesters)];

        bool IsPesters(TTestCollection collection) => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal);
    }
}
