using System.Management.Automation;
using System.Management.Automation.Language;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Runbooks;

/// <summary>
/// The runbooks as texts: that they can be read by both editions, explain themselves, and call only what there is. What they do is tested in
/// a real console, by tests/Pester, since the engine alone has no CSV.
/// </summary>
public class RunbookTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "runbooks");

    /// <summary>What they use of PowerShell's own commands; Windows PowerShell 5.1 has all of it.</summary>
    private static readonly string[] Console =
    [
        "Export-Csv", "ForEach-Object", "Group-Object", "Import-Csv", "Out-Null", "Select-Object", "Set-Content", "Set-StrictMode", "Sort-Object",
        "Test-Path", "Where-Object", "Write-Error", "Write-Warning",
    ];

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.ps1").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_editions_can_read_it(string name)
    {
        var script = Read(name);

        Assert.Empty(script.FindAll(
            part => part is TernaryExpressionAst or PipelineChainAst or MemberExpressionAst { NullConditional: true }
                or BinaryExpressionAst { Operator: TokenKind.QuestionQuestion }
                or AssignmentStatementAst { Operator: TokenKind.QuestionQuestionEquals },
            searchNestedScriptBlocks: true));
        Assert.Equal(new Version(5, 1), script.ScriptRequirements.RequiredPSVersion);
        Assert.Equal("ZenlayerZec", Assert.Single(script.ScriptRequirements.RequiredModules).Name);
        Assert.DoesNotContain(script.Extent.Text, character => character > '~');
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_explains_itself_and_each_parameter(string name)
    {
        var script = Read(name);
        var help = script.GetHelpContent();

        Assert.NotEmpty(help.Synopsis);
        Assert.NotEmpty(help.Description);
        Assert.NotEmpty(help.Examples);
        Assert.Equal(
            script.ParamBlock.Parameters.Select(parameter => parameter.Name.VariablePath.UserPath.ToUpperInvariant()).Order(StringComparer.Ordinal),
            help.Parameters.Keys.Order(StringComparer.Ordinal));
        Assert.All(help.Examples, example => Assert.Contains($"./{name}.ps1 ", example, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_calls_only_commands_that_there_are_with_parameters_that_they_have(string name)
    {
        using var session = new PowerShellSession();
        var script = Read(name);
        var own = script.FindAll(part => part is FunctionDefinitionAst, searchNestedScriptBlocks: true).Cast<FunctionDefinitionAst>().Select(function => function.Name);
        var module = session.Must("Get-Command -Module ZenlayerZec").Of<CmdletInfo>().ToDictionary(command => command.Name);
        var calls = script.FindAll(part => part is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().ToArray();

        Assert.Empty(calls.Select(call => call.GetCommandName()).Except([.. own, .. module.Keys, .. Console]));
        Assert.Contains(calls, call => module.ContainsKey(call.GetCommandName()));
        Assert.All(
            calls.Where(call => module.ContainsKey(call.GetCommandName())),
            call => Assert.Empty(call.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName)
                .Except(module[call.GetCommandName()].Parameters.Keys)));
        Assert.Equal(
            calls.Any(call => module.TryGetValue(call.GetCommandName(), out var command) && command.Parameters.ContainsKey("WhatIf")),
            script.ParamBlock.Attributes[0].NamedArguments.Any(argument => argument.ArgumentName == "SupportsShouldProcess"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_takes_a_connection_is_strict_and_says_how_it_ended(string name)
    {
        var script = Read(name);

        Assert.Contains(script.ParamBlock.Parameters, parameter => parameter.Name.VariablePath.UserPath == "Connection");
        Assert.Contains("\nSet-StrictMode -Version Latest\n$ErrorActionPreference = 'Stop'\n", script.Extent.Text, StringComparison.Ordinal);
        Assert.IsType<ExitStatementAst>(script.EndBlock.Statements[^1]);
    }

    [Fact]
    public void The_README_says_which_is_for_what()
    {
        var readme = File.ReadAllText(Path.Combine(Folder, "README.md"));

        Assert.All(Names, row => Assert.Contains($"`{row.Data}.ps1`", readme, StringComparison.Ordinal));
    }

    private static ScriptBlockAst Read(string name)
    {
        var script = Parser.ParseFile(Path.Combine(Folder, $"{name}.ps1"), out _, out var errors);
        Assert.Empty(errors);
        return script;
    }
}
