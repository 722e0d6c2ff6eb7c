package vn.caunoi.api.testing;

/** What people hand in. */
public final class Samples {

    private Samples() {}

    /** A complaint with two points, by one person. */
    public static String complaint() {
        return """
                {'kind': 'COMPLAINT', 'channel': 'DESK', 'subject': 'Thu hồi đất',
                 'content': 'Tôi không đồng ý với quyết định thu hồi đất.',
                 'category': 'land', 'place': 'Thôn 3',
                 'about': {'decision': 'Quyết định thu hồi đất', 'number': '12/QĐ-UBND', 'date': '2026-10-01',
                           'issuer': 'UBND phường', 'knownOn': '2026-10-05'},
                 'points': [{'demand': 'Hủy quyết định'}, {'demand': 'Bồi thường'}],
                 'petitioners': [{'fullName': 'Nguyễn Văn An', 'idNumber': '001085012345', 'phone': '0912345678'}]}""";
    }

    /** The least that is taken. */
    public static String least() {
        return """
                {'channel': 'POST', 'subject': 'Đèn đường hỏng', 'content': 'Đèn đường trước nhà hỏng.',
                 'petitioners': [{'fullName': 'Trần Thị Bé'}]}""";
    }
}
