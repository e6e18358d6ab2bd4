using System.Collections.Frozen;

namespace AwardArchive.Indexing;

/// <summary>The folded syllables that fill these papers. Two of them side by side are a term of their own, so that phrases of them are cheap.</summary>
/// <remarks>
/// After the common grams of large-scale search (HathiTrust): a phrase is as dear as its most frequent words, and pairs of rare words need
/// no help. Part of <see cref="IndexFields.Version"/>.
/// </remarks>
internal static class CommonSyllables
{
    private static readonly FrozenSet<string> Known = string.Join(
        ' ',
        // what binds sentences
        "va cua cac cho theo ve voi trong tu den la co duoc khong nhung mot hai ba o tai do khi nay sau truoc tren duoi ra vao cung da se bi phai nhu hoac thi ma dieu khoan diem",
        // papers and their heads
        "so quyet dinh nghi chi thi thong tu to trinh ke hoach bao cao bien ban khai giay chung nhan bang danh sach ho so don de nghi can cu xet viec ngay thang nam nay noi",
        "cong hoa xa hoi chu nghia viet nam dan doc lap tu do hanh phuc",
        // who writes them
        "uy ban nhan hanh chinh phu tinh huyen thanh pho xa phuong thon hoi dong bo truong chu tich pho nuoc quan khu tong tham muu tuong cuc phong so ty chinh uy dang doan mat tran to quoc lien hiep trung uong van thu ky",
        // what they are about
        "huan huy chuong khang chien chong my phap cuu quoc quyet thang hang nhat nhi ba khen thuong tang truy phong danh hieu vinh du nha anh hung luc luong vu trang lao thi dua tien",
        "ba me liet si thuong binh gia dinh co cong cach mang hy sinh con chong ong ba chi anh quoc ghi cong chien truong mien bac don vi chuc vu que quan sinh nguoi thanh tich dau tranh giai doan che do chinh sach",
        // names of people and places
        "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly van thi huu duc minh quang ngoc xuan thanh hong kim quang tri ha noi binh hai hoa an giang dong nam tay bac hung tan phu vinh long son lam")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string folded) => Known.Contains(folded);
}
