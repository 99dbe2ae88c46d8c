using System.Management.Automation;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Reports;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Makes an HTML page of release plans, of unused things and of results.</para>
/// <para type="description">Returns one string, a page that is complete in itself, for Set-Content or a mail. It sends no request.</para>
/// </summary>
[Cmdlet(VerbsData.ConvertTo, "ZecReport", HelpUri = OnlineHelp.Pages + "ConvertTo-ZecReport.md")]
[OutputType(typeof(string))]
public sealed class ConvertToZecReportCommand : ModuleCmdlet
{
    private ReportContent _content = new(title: null, description: null);

    /// <summary><para type="description">Release plans, what Get-ZecUnused returns, and results of the cmdlets that change things.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNull]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary><para type="description">The title of the page.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary><para type="description">What the page is for; each line becomes a paragraph below the title.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Description { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _content = new ReportContent(Title, Description);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputObject)
        {
            if (_content.Take(item) is { } why)
            {
                var message = VisibleText.Of(why);
                WriteError(new ErrorRecord(new InvalidOperationException(message), "NotReportable", ErrorCategory.InvalidArgument, item));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(ReportPage.Of(_content, DateTimeOffset.Now));
}
