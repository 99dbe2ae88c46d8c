using System.Globalization;
using System.Text;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Reports;

/// <summary>
/// Writes HTML that is XML too: what is opened is closed where its scope ends, and text never becomes markup. The result is ASCII, since
/// Set-Content of Windows PowerShell would write other characters in another encoding than the page says.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _page = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element until the scope is left.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="attributes">Its attributes.</param>
    public Scope Open(string element, params (string Name, string Value)[] attributes)
    {
        Begin(element, attributes);
        _page.Append('>');
        _open.Push(element);
        return new Scope(this);
    }

    /// <summary>Writes an element that has only text.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="text">The text.</param>
    /// <param name="attributes">Its attributes.</param>
    public void Element(string element, string text, params (string Name, string Value)[] attributes)
    {
        Begin(element, attributes);
        _page.Append('>');
        Text(text);
        _page.Append("</").Append(element).Append('>');
    }

    /// <summary>Writes an element that has no content.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="attributes">Its attributes.</param>
    public void Void(string element, params (string Name, string Value)[] attributes)
    {
        Begin(element, attributes);
        _page.Append(" />");
    }

    /// <summary>Writes text: every character is seen as itself, or as the mark of one that would not be.</summary>
    /// <param name="text">The text.</param>
    public void Text(string text)
    {
        var visible = VisibleText.Of(text);
        for (var i = 0; i < visible.Length; i++)
        {
            switch (visible[i])
            {
                case '&':
                    _page.Append("&amp;");
                    break;
                case '<':
                    _page.Append("&lt;");
                    break;
                case '>':
                    _page.Append("&gt;");
                    break;
                case '"':
                    _page.Append("&quot;");
                    break;
                case <= '~' and var plain:
                    _page.Append(plain);
                    break;
                default:
                    _page.Append("&#").Append(char.ConvertToUtf32(visible, i).ToString(CultureInfo.InvariantCulture)).Append(';');
                    i += char.IsSurrogate(visible[i]) ? 1 : 0;
                    break;
            }
        }
    }

    /// <summary>Ends the line, so that a person can read the file, and a comparison of two shows what changed.</summary>
    public void Line() => _page.Append('\n');

    /// <summary>Writes what is markup, or a style: a constant of this assembly, and never what came from elsewhere.</summary>
    /// <param name="constant">The markup.</param>
    public void Constant(string constant) => _page.Append(constant);

    /// <inheritdoc/>
    public override string ToString() => _page.ToString();

    private void Begin(string element, (string Name, string Value)[] attributes)
    {
        _page.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            _page.Append(' ').Append(name).Append("=\"");
            Text(value);
            _page.Append('"');
        }
    }

    /// <summary>An open element.</summary>
    /// <param name="writer">The page that it is in.</param>
    public readonly struct Scope(HtmlWriter writer) : IDisposable
    {
        /// <summary>Closes it.</summary>
        public void Dispose() => writer._page.Append("</").Append(writer._open.Pop()).Append('>');
    }
}
