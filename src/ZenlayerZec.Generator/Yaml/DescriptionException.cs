namespace ZenlayerZec.Generator.Yaml;

/// <summary>A mistake in the description, with the file and the line, in the form that a build shows as an error of that place.</summary>
/// <param name="file">The file, relative to the root of the repository.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="fault">What is wrong, as a sentence.</param>
internal sealed class DescriptionException(string file, long line, string fault) : Exception($"{file}({line}): error ZEC0001: {fault}");
