using ZenlayerZec.HelpBuilder.Pages;

namespace ZenlayerZec.Tests.Help;

/// <summary>A page that differs from its cmdlet, or that a console cannot show, fails the build with its file and line.</summary>
public sealed class PageFaultTests : IDisposable
{
    private readonly HelpFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Theory]
    [InlineData("### -Force\n", "### -Forced\n", "The cmdlet has no parameter -Forced.", "### -Forced")]
    [InlineData("### -Force\n", "### -Forced\n", "The parameter -Force has no text.", "## Parameters")]
    [InlineData("### -Purge\n", "### -Force\n\nAgain.\n\n### -Purge\n", "-Force stands here twice.", "### -Force\n\nAgain")]
    [InlineData("### -Purge\n", "### -Purge\n\n### -Wait\n", "-Purge has no text.", "### -Purge")]
    [InlineData("## Notes\n", "## Remarks\n", "Unknown heading 'Remarks'.", "## Remarks")]
    [InlineData("## Outputs\n", "## Inputs\n", "The heading 'Inputs' stands before 'Inputs', and once.", "## Inputs\n\n### ZecBatchResult")]
    [InlineData("## Examples\n", "#### Examples\n", "Unknown heading 'Examples'.", "#### Examples")]
    [InlineData("### ZecBatchResult\n", "### ZecResult\n", "The output type ZecBatchResult is not named.", "## Outputs")]
    [InlineData("### ZecBatchResult\n", "### ZecResult\n", "The cmdlet does not return ZecResult", "### ZecResult")]
    [InlineData("### String[]\n", "### Int32\n", "The input type String[] is not named.", "## Inputs")]
    [InlineData("### String[]\n", "### Int32\n", "The pipeline does not accept Int32.", "### Int32")]
    [InlineData("(Wait-ZecInstance.md)", "(Wait-ZecInstances.md)", "The link to Wait-ZecInstances.md leads nowhere.", "- [Wait-ZecInstance](Wait-ZecInstances.md)")]
    [InlineData("```powershell\nImport-Csv", "```powershell\nGet-Item aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nImport-Csv", "A line of code has at most 76 characters", "Get-Item aaa")]
    [InlineData("## Description\n", "## Description\n\n![A picture](picture.png)\n", "Only text, code, emphasis and links can be shown", "![A picture]")]
    [InlineData("## Description\n", "## Description\n\n> A quotation.\n", "Only paragraphs, lists, tables and code can be shown", "> A quotation.")]
    [InlineData("# Remove-ZecInstance\n", "# Remove-Instance\n", "The page begins with the heading '# Remove-ZecInstance'", "# Remove-Instance")]
    public void A_fault_names_the_file_and_the_line(string was, string becomes, string text, string at)
    {
        _folders.Edit("cmdlets/Remove-ZecInstance.md", page => page.Replace(was, becomes, StringComparison.Ordinal));

        var fault = Assert.Single(_folders.Build().All, fault => fault.Text.StartsWith(text, StringComparison.Ordinal));

        var page = _folders.Page("cmdlets/Remove-ZecInstance.md");
        Assert.Equal(page, fault.File);
        Assert.Equal(1 + File.ReadAllText(page).Split(at)[0].Count(c => c == '\n'), fault.Line);
        Assert.Equal($"{page}({fault.Line}): error ZECHELP: {fault.Text}", $"{fault}");
        Assert.False(Directory.Exists(_folders.Output));
    }

    [Fact]
    public void Examples_are_code_with_an_explanation()
    {
        _folders.Edit("cmdlets/Disconnect-Zec.md", page =>
            page[..page.IndexOf("### ", StringComparison.Ordinal)] + "### Nothing to run\n\nText.\n" + page[page.IndexOf("## Parameters", StringComparison.Ordinal)..]);
        _folders.Edit("cmdlets/Get-ZecConnection.md", page =>
            page[..page.IndexOf("### ", StringComparison.Ordinal)] + page[page.IndexOf("## Inputs", StringComparison.Ordinal)..]);

        Assert.Equal(
            ["The example 'Nothing to run' is not a block of code and then its explanation.", "There is no example."],
            _folders.Build().All.Select(fault => fault.Text));
    }

    [Fact]
    public void A_cmdlet_without_a_page_and_a_page_without_a_cmdlet_are_faults()
    {
        File.Move(_folders.Page("cmdlets/Get-ZecZone.md"), _folders.Page("cmdlets/Get-Zone.md"));

        var faults = _folders.Build().All;

        Assert.Contains($"{_folders.Page("cmdlets/Get-Zone.md")}(1): error ZECHELP: The module has no cmdlet Get-Zone.", faults.Select(fault => $"{fault}"));
        Assert.Contains($"{_folders.Page("cmdlets/Get-ZecZone.md")}(1): error ZECHELP: The cmdlet Get-ZecZone has no page.", faults.Select(fault => $"{fault}"));
    }

    [Fact]
    public void A_page_about_the_module_begins_as_Get_Help_expects_it()
    {
        _folders.Edit("about_ZenlayerZec.md", page => page.Replace("## SHORT DESCRIPTION\n", "## TOPIC\n", StringComparison.Ordinal));

        Assert.StartsWith("The page begins with its file's name", Assert.Single(_folders.Build().All).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cmdlet_says_where_its_page_can_be_read()
    {
        var faults = new PageFaults();

        PageCheck.Run(
            CmdletPage.Read(_folders.Page("cmdlets/Get-ZecConnection.md"), faults), new HelpBuilder.Cmdlets.CmdletFacts(typeof(WithoutAddressCommand)), faults);

        Assert.Contains("The HelpUri of the cmdlet is not the address of this page: ''.", faults.All.Select(fault => fault.Text));
    }

    /// <summary>Has no HelpUri.</summary>
    [System.Management.Automation.Cmdlet("Get", "ZecConnection")]
    public sealed class WithoutAddressCommand : System.Management.Automation.PSCmdlet;
}
