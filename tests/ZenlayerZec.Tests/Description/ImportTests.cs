using ZenlayerZec.Generator.Import;

namespace ZenlayerZec.Tests.Description;

/// <summary>The vendor's description becomes facts, and a newer one shows what changed.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Vendor = """
        name: DetachDisks
        long: |-
          Some words.
          * A maximum of 10 disks can be detached from an instance in one request.
          This API is an async API.
        sdk:
          service: zec
          version: '2025-09-01'
          action: DetachDisks
        parameters:
        - name: disk-ids
          type: string-array
          required: true
          sdk-field: diskIds
          description: Words of the vendor.
        - name: mode
          type: enum
          required: false
          sdk-field: mode
          description: 'Words. Default value: FAST .'
          enum-values:
          - value: FAST
            desc: Fast.
          - value: SLOW
            desc: Slow.
        - name: page-size
          type: integer
          required: false
          sdk-field: pageSize
          description: |-
            Default value: 20;
            Maximum value: 1000.
        - name: days
          type: integer
          required: false
          sdk-field: days
          description: 'Value range: -1 or [1,65536].'
        - name: port
          type: integer
          required: false
          sdk-field: port
          description: 'Valid range: [0, 65535].'
        - name: title
          type: string
          required: false
          sdk-field: title
          description: 'Length limit: 1 to 64 characters.'
        - name: tags
          type: object-array
          required: false
          sdk-field: tags
          sdk-wrapper: tags
          description: Words.
          array-style: kv
          item-schema:
          - name: key
            type: string
            description: Words.
        response:
        - name: failedDiskIds
          type: string-array
          description: Words.
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("zec-import-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Names_types_and_limits_are_kept_and_no_sentence()
    {
        Assert.Equal(["+ DetachDisks"], Import(Vendor));
        Assert.Equal(
            """
            # Imported facts. Do not edit: import a newer description, or add to api/additions.
            action: DetachDisks
            version: 2025-09-01
            asynchronous: true
            request:
              diskIds: { type: [string], required: true, most: 10 }
              mode: { type: string, default: FAST, values: [FAST, SLOW] }
              pageSize: { type: integer, range: ..1000, default: 20 }
              days: { type: integer }
              port: { type: integer, range: 0..65535 }
              title: { type: string, length: 1..64 }
              tags:
                type: object
                fields:
                  tags:
                    type: [object]
                    fields:
                      key: { type: string }
            response:
              failedDiskIds: { type: [string] }

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(Path.Combine(_root, "api", "actions", "DetachDisks.yaml")));
    }

    [Fact]
    public void A_second_import_of_the_same_shows_nothing()
    {
        Import(Vendor);

        Assert.Empty(Import(Vendor));
    }

    [Fact]
    public void A_newer_description_shows_what_came_went_and_changed()
    {
        Import(Vendor);

        Assert.Equal(
            ["! DetachDisks request.mode: type: string, default: FAST, values: [FAST, SLOW] -> type: string, default: FAST, values: [FAST, SLOWER]", "+ DetachDisks request.name: type: string, length: 1..64", "- DetachDisks request.title"],
            Import(Vendor.Replace("SLOW", "SLOWER", StringComparison.Ordinal).Replace("sdk-field: title", "sdk-field: name", StringComparison.Ordinal)));
        Assert.Equal(["- DetachDisks"], Import(null));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_root, "api", "actions")));
    }

    private string[] Import(string? description)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "vendor")).FullName;
        var file = Path.Combine(folder, "detach-disks.yaml");
        if (description is null)
        {
            File.Delete(file);
        }
        else
        {
            File.WriteAllText(file, description);
        }

        var output = new StringWriter { NewLine = "\n" };
        ImportCommand.Run(_root, folder, output);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
