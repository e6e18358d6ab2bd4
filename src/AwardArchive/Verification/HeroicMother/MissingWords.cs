namespace AwardArchive.Verification.HeroicMother;

/// <summary>Why an unknown input matters, and what would settle it.</summary>
internal static class MissingWords
{
    public static string Why(string input) => input[(input.LastIndexOf('.') + 1)..] switch
    {
        "relation" => "chưa rõ là con đẻ, con nuôi hay con riêng của chồng.",
        "relationProved" => "chưa có giấy tờ chứng minh quan hệ mẹ con (giấy khai sinh, giấy tờ nhận con nuôi, xác nhận của UBND xã).",
        "martyrCertificate" => "mới khai, chưa thấy Bằng Tổ quốc ghi công do Thủ tướng Chính phủ cấp; bằng cũ phải được cấp đổi.",
        "invalidPercent" => "chưa rõ tỷ lệ thương tật có từ 81% trở lên hay không.",
        "invalidCertificate" =>
            "chưa thấy Giấy chứng nhận thương binh; giấy “người hưởng chính sách như thương binh” chưa rõ có được tính hay không (câu hỏi 3).",
        "diedMinorBeforeMartyrJoined" => "chưa rõ có phải chết khi chưa thành niên và trước khi liệt sĩ tham gia cách mạng hay không.",
        "diedAdult" => "chưa rõ còn sống hay đã chết khi đã thành niên.",
        "stepmotherRule" => "chưa rõ bà có đáp ứng quy định đối với mẹ kế (mẹ đẻ chết sớm, bà nuôi dưỡng và hưởng tiền tuất) hay không.",
        "listComplete" => "chưa xác nhận danh sách con là đủ; một người con còn sống nữa sẽ làm thay đổi kết quả.",
        "remarriedAfter" => "chưa rõ bà có tái giá sau khi chồng hy sinh hay không.",
        "careConfirmed" => "UBND xã chưa xác nhận bà vẫn chăm sóc cha mẹ liệt sĩ và nuôi con liệt sĩ đến tuổi thành niên.",
        "betrayal" => "chưa rõ có phản bội, đầu hàng địch hoặc hành vi chống cách mạng hay không.",
        "prison" => "chưa rõ có đang chấp hành án tù (kể cả án treo) hay không.",
        "enemySideRelative" => "chưa rõ có chồng hoặc con tham gia phía địch hay không.",
        _ => "chưa rõ.",
    };
}
