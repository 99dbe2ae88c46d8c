namespace ZenlayerZec.HelpBuilder.Pages;

/// <summary>What is wrong with a page, in the form in which MSBuild and editors read an error.</summary>
internal sealed record PageFault(string File, int Line, string Text)
{
    public override string ToString() => $"{File}({Line}): error ZECHELP: {Text}";
}
