using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json.Models;

/// <summary>How a <see cref="ZecImage"/> is read.</summary>
internal static class ZecImageJson
{
    public static ZecImage Read(ref FieldReader json)
    {
        var item = new ZecImage();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "imageId": item.ImageId = json.Id()!; break;
                case "imageName": item.ImageName = json.Text(); break;
                case "imageType": item.ImageType = json.Text(); break;
                case "imageSource": item.ImageSource = json.Text(); break;
                case "imageSize": item.ImageSize = json.Text(); break;
                case "minDiskSize": item.MinDiskSizeGiB = json.Int32(); break;
                case "imageDescription": item.ImageDescription = json.Text(); break;
                case "imageVersion": item.ImageVersion = json.Text(); break;
                case "imageStatus": item.ImageStatus = json.Text(); break;
                case "nicNetworkType": item.NicNetworkTypes = json.Texts()!; break;
                case "category": item.Category = json.Text(); break;
                case "osType": item.OsType = json.Text(); break;
                case "tags": item.Tags = json.Tags()!; break;
                default: json.Skip(); break;
            }
        }

        json.EndItem(item.ImageId);
        return item;
    }
}
