using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json;

/// <summary>
/// How answers that list are read: field by field, where one that cannot be read is left empty and noted. The envelope and the answers
/// to changes are read strictly: they decide what was done.
/// </summary>
internal static class AnswerJson
{
    private static readonly JsonSerializerOptions Fields = Reading(type => Tolerate(type, isThorough: false));
    private static readonly Lazy<JsonSerializerOptions> FieldsAndParts = new(() => Reading(type => Tolerate(type, isThorough: true)));

    /// <summary>Where the parts of an instance are found in it.</summary>
    private static readonly Dictionary<Type, string> Places = new()
    {
        [typeof(ZecSystemDisk)] = "systemDisk.",
        [typeof(ZecDataDisk)] = "dataDisks.",
        [typeof(ZecNetworkInterface)] = "nics.",
        [typeof(ZecResourceGroup)] = "nics.resourceGroup.",
        [typeof(ZecInstanceOptions)] = "instanceOptions.",
    };

    /// <summary>How an answer is read. A list or an object of another kind than expected is an error.</summary>
    public static JsonTypeInfo<ZecEnvelope<TResponse>> Of<TResponse>()
        where TResponse : class => Of<TResponse>(Fields);

    /// <summary>
    /// How an answer is read that could not be read otherwise: lists and objects of another kind are left empty, too. Reading is a third
    /// slower then.
    /// </summary>
    public static JsonTypeInfo<ZecEnvelope<TResponse>> ThoroughOf<TResponse>()
        where TResponse : class => Of<TResponse>(FieldsAndParts.Value);

    /// <remarks>By the resolver, since the options' own method prepares every type of the answer at once, of every action there is.</remarks>
    private static JsonTypeInfo<ZecEnvelope<TResponse>> Of<TResponse>(JsonSerializerOptions options)
        where TResponse : class => (JsonTypeInfo<ZecEnvelope<TResponse>>)options.TypeInfoResolver!.GetTypeInfo(typeof(ZecEnvelope<TResponse>), options)!;

    private static JsonSerializerOptions Reading(Action<JsonTypeInfo> modify)
        => new(ZecJsonContext.Default.Options) { TypeInfoResolver = ZecJsonContext.Default.WithAddedModifier(modify) };

    private static void Tolerate(JsonTypeInfo type, bool isThorough)
    {
        if (type.Kind != JsonTypeInfoKind.Object || (type.Type.Namespace != typeof(ZecInstance).Namespace && !typeof(IPage).IsAssignableFrom(type.Type)))
        {
            return;
        }

        var place = Places.TryGetValue(type.Type, out var found) ? found : string.Empty;
        foreach (var property in type.Properties)
        {
            var field = $"{place}{property.Name}";
            property.CustomConverter = Scalar(type.Type, property, field) ?? (isThorough ? Part(property, field) : null) ?? property.CustomConverter;
        }

        type.OnDeserialized = type.Type switch
        {
            var it when it == typeof(ZecInstance) => static item => End((ZecInstance)item),
            var it when it == typeof(ZecInstanceStatus) => static item => OddValues.EndItem(((ZecInstanceStatus)item).InstanceId),
            var it when it == typeof(ZecImage) => static item => OddValues.EndItem(((ZecImage)item).ImageId),
            var it when it == typeof(ZecZone) => static item => OddValues.EndItem(((ZecZone)item).ZoneId),
            var it when it == typeof(ZecInstanceType) => static item => OddValues.EndItem(((ZecInstanceType)item).InstanceType),
            var it when typeof(IPage).IsAssignableFrom(it) => static page => ((IPage)page).LeaveOutUnnamed(),
            _ => null,
        };
    }

    private static void End(ZecInstance instance)
    {
        OddValues.EndItem(instance.InstanceId);
        instance.CreateTime ??= ZecInstance.UnknownCreateTime;
    }

    private static JsonConverter? Scalar(Type item, JsonPropertyInfo property, string field) => property.PropertyType switch
    {
        var type when type == typeof(string) => Field(property, field, ScalarReading.TextBy(Inner<string>(property))),
        var type when type == typeof(int?) => Field<int?>(property, field, ScalarReading.Int32),
        var type when type == typeof(long?) => Field<long?>(property, field, ScalarReading.Int64),
        var type when type == typeof(bool?) => Field<bool?>(property, field, ScalarReading.Boolean),
        var type when type == typeof(DateTimeOffset?) => Field<DateTimeOffset?>(property, field, ApiTime.Read),
        // Tags have a converter of their own, around which this one costs nothing.
        var type when type == typeof(Dictionary<string, string>) => Whole(property, field, item == typeof(ZecInstance) ? ZecInstance.OddTags : null),
        _ => null,
    };

    private static JsonConverter? Part(JsonPropertyInfo property, string field) => property.PropertyType switch
    {
        var type when type == typeof(IReadOnlyList<string>) => Whole<IReadOnlyList<string>>(property, field),
        var type when type == typeof(IReadOnlyList<ZecDataDisk>) => Whole<IReadOnlyList<ZecDataDisk>>(property, field),
        var type when type == typeof(IReadOnlyList<ZecNetworkInterface>) => Whole<IReadOnlyList<ZecNetworkInterface>>(property, field),
        var type when type == typeof(ZecSystemDisk) => Whole<ZecSystemDisk>(property, field),
        var type when type == typeof(ZecResourceGroup) => Whole<ZecResourceGroup>(property, field),
        var type when type == typeof(ZecInstanceOptions) => Whole<ZecInstanceOptions>(property, field),
        _ => null,
    };

    private static FieldConverter<T> Field<T>(JsonPropertyInfo property, string field, FieldConverter<T>.Reading read)
        => new(field, read, Inner<T>(property));

    /// <summary>A list or an object, which is empty where a part of it is of another kind.</summary>
    private static FieldConverter<T> Whole<T>(JsonPropertyInfo property, string field, T? odd = default)
    {
        var inner = Inner<T>(property);
        return new FieldConverter<T>(field, Read, inner, odd);

        bool Read(ref Utf8JsonReader reader, JsonSerializerOptions options, out T? value)
        {
            var start = reader;
            try
            {
                value = inner.Read(ref reader, typeof(T), options);
                return true;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                reader = start;
                value = default;
                return false;
            }
        }
    }

    private static JsonConverter<T> Inner<T>(JsonPropertyInfo property)
        => (JsonConverter<T>)(property.CustomConverter ?? property.Options.GetConverter(typeof(T)));
}
