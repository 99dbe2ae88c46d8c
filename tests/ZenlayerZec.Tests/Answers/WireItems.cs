using System.Text;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Json.Actions;
using ZenlayerZec.Client.Json.Models;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Answers;

/// <summary>Reads single objects by the module's readers.</summary>
internal static class WireItems
{
    private static readonly Dictionary<Type, JsonReading<object>> Readers = new()
    {
        [typeof(ZecInstance)] = ZecInstanceJson.Read,
        [typeof(ZecSystemDisk)] = ZecSystemDiskJson.Read,
        [typeof(ZecDataDisk)] = ZecDataDiskJson.Read,
        [typeof(ZecInstanceOptions)] = ZecInstanceOptionsJson.Read,
        [typeof(ZecNetworkInterface)] = ZecNetworkInterfaceJson.Read,
        [typeof(ZecResourceGroup)] = ZecResourceGroupJson.Read,
        [typeof(ZecInstanceStatus)] = ZecInstanceStatusJson.Read,
        [typeof(ZecImage)] = ZecImageJson.Read,
        [typeof(ZecZone)] = ZecZoneJson.Read,
        [typeof(ZecInstanceType)] = ZecInstanceTypeJson.Read,
        [typeof(ZecDisk)] = ZecDiskJson.Read,
        [typeof(ZecSnapshot)] = ZecSnapshotJson.Read,
        [typeof(ZecAutoSnapshotPolicy)] = ZecAutoSnapshotPolicyJson.Read,
        [typeof(CreateZecInstancesResponse)] = CreateZecInstancesJson.Read,
        [typeof(CreatedInstanceDisks)] = CreatedInstanceDisksJson.Read,
        [typeof(FailedInstancesResponse)] = FailedInstancesResponseJson.Read,
    };

    /// <summary>Reads an object.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="text">It, as JSON.</param>
    /// <returns>The object, and the fields that could not be read.</returns>
    public static (object Item, string[] Odd) Read(Type type, string text)
    {
        var odd = new OddValues();
        var json = new FieldReader(Encoding.UTF8.GetBytes(text), odd);
        json.Tokens.Read();
        var item = Readers[type](ref json);
        odd.EndItem("i-1");
        return (item, [.. odd.Found.Select(value => value.Field)]);
    }
}
