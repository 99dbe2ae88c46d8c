using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json.Models;

/// <summary>How a <see cref="ZecInstance"/> is read.</summary>
internal static class ZecInstanceJson
{
    public static ZecInstance Read(ref FieldReader json)
    {
        var item = new ZecInstance();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "instanceId": item.InstanceId = json.Id()!; break;
                case "instanceName": item.InstanceName = json.Text(); break;
                case "zoneId": item.ZoneId = json.Id(); break;
                case "instanceType": item.InstanceType = json.Text(); break;
                case "cpu": item.Cpu = json.Int32(); break;
                case "memory": item.MemoryGiB = json.Int32(); break;
                case "imageId": item.ImageId = json.Id(); break;
                case "imageName": item.ImageName = json.Text(); break;
                case "timeZone": item.TimeZone = json.Text(); break;
                case "nicNetworkType": item.NicNetworkType = json.Text(); break;
                case "status": item.Status = json.Text(); break;
                case "systemDisk": item.SystemDisk = json.Object(ZecSystemDiskJson.Read); break;
                case "dataDisks": item.DataDisks = json.List(ZecDataDiskJson.Read)!; break;
                case "publicIpAddresses": item.PublicIpAddresses = json.Texts()!; break;
                case "privateIpAddresses": item.PrivateIpAddresses = json.Texts()!; break;
                case "keyId": item.KeyId = json.Id(); break;
                case "subnetId": item.SubnetId = json.Id(); break;
                case "securityGroupId": item.SecurityGroupId = json.Id(); break;
                case "enableAgent": item.EnableAgent = json.Boolean(); break;
                case "enableAgentMonitor": item.EnableAgentMonitor = json.Boolean(); break;
                case "enableIpForward": item.EnableIpForward = json.Boolean(); break;
                case "createTime": item.CreateTime = json.Time(); break;
                case "expiredTime": item.ExpiredTime = json.Time(); break;
                case "resourceGroupId": item.ResourceGroupId = json.Id(); break;
                case "resourceGroupName": item.ResourceGroupName = json.Text(); break;
                case "nics": item.Nics = json.List(ZecNetworkInterfaceJson.Read)!; break;
                case "tags": item.Tags = json.Tags(ZecInstance.OddTags)!; break;
                case "loadBalancerIds": item.LoadBalancerIds = json.Ids()!; break;
                case "placementGroupId": item.PlacementGroupId = json.Id(); break;
                case "instanceOptions": item.InstanceOptions = json.Object(ZecInstanceOptionsJson.Read); break;
                default: json.Skip(); break;
            }
        }

        json.EndItem(item.InstanceId);
        item.CreateTime ??= ZecInstance.UnknownCreateTime;
        return item;
    }
}
