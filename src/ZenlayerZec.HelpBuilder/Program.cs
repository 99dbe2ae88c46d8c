using ZenlayerZec.HelpBuilder;
using ZenlayerZec.HelpBuilder.Pages;

if (args is not [var docs, var assembly, var output])
{
    Console.Error.WriteLine("Usage: ZenlayerZec.HelpBuilder <folder of the pages> <module assembly> <output folder>");
    return 2;
}

var faults = new PageFaults();
HelpBuild.Run(docs, assembly, output, faults);
foreach (var fault in faults.All)
{
    Console.Error.WriteLine(fault);
}

return faults.All.Count == 0 ? 0 : 1;
