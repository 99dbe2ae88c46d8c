using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json.Models;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How CreateZecInstances is asked and answered.</summary>
internal static class CreateZecInstancesJson
{
    public static CreateZecInstancesResponse Read(ref FieldReader json)
    {
        var item = new CreateZecInstancesResponse();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "requestId": item.RequestId = json.Text(); break;
                case "code": item.Code = json.Text(); break;
                case "message": item.Message = json.Text(); break;
                case "orderNumber": item.OrderNumber = json.Text(); break;
                case "instanceIdSet": item.InstanceIdSet = json.Ids(); break;
                case "instances": item.Instances = json.List(CreatedInstanceDisksJson.Read); break;
                default: json.Skip(); break;
            }
        }

        return item;
    }

    public static void Write(Utf8JsonWriter json, CreateZecInstancesRequest value)
    {
        json.Text("zoneId", value.ZoneId);
        json.Text("imageId", value.ImageId);
        json.Text("instanceType", value.InstanceType);
        json.Number("instanceCount", value.InstanceCount);
        json.Text("subnetId", value.SubnetId);
        json.Text("instanceName", value.InstanceName);
        json.Text("timeZone", value.TimeZone);
        json.Text("password", value.Password);
        json.Text("keyId", value.KeyId);
        json.Text("nicNetworkType", value.NicNetworkType);
        json.Object("systemDisk", value.SystemDisk, ZecSystemDiskJson.Write);
        json.List("dataDisks", value.DataDisks, ZecDataDiskJson.Write);
        json.Text("securityGroupId", value.SecurityGroupId);
        json.Text("lanIp", value.LanIp);
        json.Boolean("enableAgent", value.EnableAgent);
        json.Boolean("enableIpForward", value.EnableIpForward);
        json.Text("internetChargeType", value.InternetChargeType);
        json.Number("trafficPackageSize", value.TrafficPackageSize);
        json.Number("bandwidth", value.Bandwidth);
        json.Text("eipBindType", value.EipBindType);
        json.Texts("eipIds", value.EipIds);
        json.Text("ipStackType", value.IpStackType);
        json.Text("networkLineType", value.NetworkLineType);
        json.Text("clusterId", value.ClusterId);
        json.Text("ipv6ClusterId", value.Ipv6ClusterId);
        json.Text("resourceGroupId", value.ResourceGroupId);
        json.Object("marketingOptions", value.MarketingOptions, ZecMarketingOptionsJson.Write);
        json.Tags("tags", value.Tags);
        json.Text("userData", value.UserData);
        json.Object("instanceOptions", value.InstanceOptions, ZecInstanceOptionsJson.Write);
    }
}
