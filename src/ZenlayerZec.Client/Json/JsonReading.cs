namespace ZenlayerZec.Client.Json;

/// <summary>Reads a value from its first token, which the reader stands at, to its last.</summary>
/// <typeparam name="T">What is made of it.</typeparam>
/// <param name="json">The reader.</param>
internal delegate T JsonReading<out T>(ref FieldReader json);
