using System.Security.Cryptography;
using System.Text;

namespace FlsAudit.Jobs.Anonymising;

/// <summary>
/// Puts names in an order that says nothing about them, and is the same whenever the same files are read. It takes the content of the files to compute it: the
/// hashes that a manifest prints are not enough, so that a reader who has a list of all sites cannot repeat it.
/// </summary>
internal sealed class ContentKey
{
    private readonly byte[] key;

    private ContentKey(byte[] key) => this.key = key;

    /// <summary>The key of files, in whatever order they are given.</summary>
    public static ContentKey Of(IEnumerable<string> paths)
    {
        string[] contents = [.. paths.Select(HashOf).Order(StringComparer.Ordinal)];
        return new ContentKey(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(contents))));
    }

    /// <summary>The names in their order.</summary>
    /// <param name="names">Each once.</param>
    /// <param name="kind">What is named, so that the order of a site says nothing about that of its file.</param>
    public IEnumerable<string> InOrder(IEnumerable<string> names, string kind) =>
        names.OrderBy(name => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}\n{name}"))), StringComparer.Ordinal);

    // Keyed, so that it is another number than the one in the manifest.
    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexString(HMACSHA256.HashData("order of names in an anonymous report"u8, stream));
    }
}
