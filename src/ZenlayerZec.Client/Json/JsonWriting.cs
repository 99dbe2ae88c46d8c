using System.Text.Json;

namespace ZenlayerZec.Client.Json;

/// <summary>Writes the properties of an object; its braces are written by the caller.</summary>
/// <typeparam name="T">What is written.</typeparam>
/// <param name="json">The writer.</param>
/// <param name="value">The object.</param>
internal delegate void JsonWriting<in T>(Utf8JsonWriter json, T value);
