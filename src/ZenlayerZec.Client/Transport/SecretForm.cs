using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZenlayerZec.Client.Transport;

/// <summary>One way in which a secret may be written in a text.</summary>
internal sealed class SecretForm
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Removed = "[removed]";

    /// <summary>A line of a secret that has several is a secret of its own from this length on.</summary>
    private const int ShortestLine = 8;

    /// <summary>
    /// A shorter secret is removed only where it stands as a word of its own: a token "dev" would blank out every other text, and by that be
    /// known.
    /// </summary>
    private const int ShortestAnywhere = 8;

    private readonly bool _isWord;

    /// <param name="text">The secret, as it is written.</param>
    /// <param name="isRemovedFromData">Whether it is removed from an answer's data too, not only from what is said of it.</param>
    public SecretForm(string text, bool isRemovedFromData)
    {
        Text = text;
        IsRemovedFromData = isRemovedFromData;
        _isWord = text.Length < ShortestAnywhere;
    }

    public string Text { get; }

    /// <summary>Whether it is removed from an answer's data too, not only from what is said of it.</summary>
    public bool IsRemovedFromData { get; }

    /// <summary>The forms of a secret, and of its lines: in JSON and in JSON within JSON, in HTML, in Base64.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="shortestInData">
    /// From which length on it is removed from data too. Data decide what is done next: what could be a part of an ID or of a name by
    /// chance, as a number can, stays.
    /// </param>
    public static IEnumerable<SecretForm> Of(string secret, int shortestInData)
    {
        // Half a character is sent as U+FFFD, and cannot be encoded otherwise.
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(secret));
        var lines = whole.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim())
            .Where(line => line.Length >= ShortestLine);
        return new[] { whole }.Concat(lines).Distinct(StringComparer.Ordinal).Where(part => part.Length > 0)
            .SelectMany(part => FormsOf(part, part.Length >= shortestInData && !part.All(char.IsDigit)));
    }

    /// <summary>Forms in the order in which to remove them: one that is a part of another would leave the rest of it.</summary>
    public static SecretForm[] Sorted(IEnumerable<SecretForm> forms)
        => [.. forms.GroupBy(form => form.Text, StringComparer.Ordinal).Select(same => same.First()).OrderByDescending(form => form.Text.Length)];

    /// <summary>A text without it.</summary>
    public string RemoveFrom(string text)
    {
        var at = Next(text, 0);
        if (at < 0)
        {
            return text;
        }

        var rest = 0;
        var clean = new StringBuilder(text.Length);
        for (; at >= 0; at = Next(text, rest))
        {
            clean.Append(text, rest, at - rest).Append(Removed);
            rest = at + Text.Length;
        }

        return clean.Append(text, rest, text.Length - rest).ToString();
    }

    private static IEnumerable<SecretForm> FormsOf(string part, bool isRemovedFromData)
    {
        var json = JsonEncodedText.Encode(part).ToString();
        yield return new SecretForm(part, isRemovedFromData);
        yield return new SecretForm(json, isRemovedFromData);
        yield return new SecretForm(JsonEncodedText.Encode(part, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), isRemovedFromData);
        yield return new SecretForm(JsonEncodedText.Encode(json).ToString(), isRemovedFromData);
        yield return new SecretForm(part.Replace("/", "\\/"), isRemovedFromData);
        yield return new SecretForm(Convert.ToBase64String(Encoding.UTF8.GetBytes(part)), isRemovedFromData: false);
        yield return new SecretForm(WebUtility.HtmlEncode(part), isRemovedFromData: false);
    }

    private int Next(string text, int start)
    {
        var at = text.IndexOf(Text, start, StringComparison.Ordinal);
        while (at >= 0 && _isWord && (IsInWord(text, at - 1) || IsInWord(text, at + Text.Length)))
        {
            at = text.IndexOf(Text, at + 1, StringComparison.Ordinal);
        }

        return at;
    }

    private static bool IsInWord(string text, int index) => index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]);
}
