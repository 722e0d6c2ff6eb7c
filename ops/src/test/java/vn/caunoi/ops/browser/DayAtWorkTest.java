package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A day of clerk, officer, head and inspector, by what stands on the pages: the words of the menu, labels, buttons.
 * What is pictured is looked at by people.
 */
@ExtendWith(SharedDemonstration.class)
class DayAtWorkTest {

    private static final String SUBJECT = "Khiếu nại quyết định thu hồi đất số 15";

    private static final String LETTER = "Quyết định giải quyết khiếu nại lần đầu";
    private static final String TODAY = "2026-11-18";
    private static final String RESPONDENT = "Tên, địa chỉ người bị khiếu nại, tố cáo";

    private final Browsers browsers;
    private String code = "";

    DayAtWorkTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void a_day_of_clerk_officer_head_and_inspector_goes_by_what_the_pages_say() {
        Worker clerk = worker("clerk1");
        received(clerk);
        registered(clerk);
        Worker officer = worker("officer1");
        triaged(officer);
        added(officer, clerk);
        consulted(officer, worker("officer3"));
        verified(officer);
        talked(officer);
        Worker head = worker("head1");
        decided(officer, head);
        signed(officer, head);
        inspected(worker("inspector1"));
        onOneRowAndOnAPhone(head);
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    /** A visitor who tells of a broken road, and the feedback that comes of it. */
    private static void received(Worker clerk) {
        clerk.go("Tiếp dân", "Sổ tiếp dân").follow("Ghi lượt tiếp");
        clerk.type("Họ và tên", "Lê Thị Bưởi").type("Điện thoại", "0912000111");
        clerk.type("Tóm tắt", "Đường thôn Hạ hỏng").type("Nội dung trình bày", "Đường thôn Hạ ngập từ tháng 9.");
        clerk.press("Ghi vào sổ").told("Đã ghi vào sổ");
        clerk.follow("Nhận thành đơn");
        clerk.take("Phản ánh").type("Yêu cầu", "Sửa đường thôn Hạ");
        clerk.press("Nhận đơn và in phiếu").told("Đã nhận đơn");
    }

    private void registered(Worker clerk) {
        clerk.go("Nhận đơn").type("Họ và tên", "Nguyễn Văn Cam").type("Địa chỉ", "Thôn Thượng");
        clerk.take("Khiếu nại").type("Tóm tắt", SUBJECT);
        clerk.type("Nội dung chi tiết", "Quyết định thu hồi cả phần đất ông cha để lại.");
        clerk.type("Yêu cầu", "Hủy quyết định số 15").type("Quyết định, hành vi", "Quyết định thu hồi đất");
        clerk.type("Số quyết định", "15/QĐ-UBND").picture("42-complaint");
        clerk.press("Nhận đơn và in phiếu").told("Đã nhận đơn");
        code = clerk.page().innerText("#code");
        clerk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(clerk.text()).contains(code, "Nguyễn Văn Cam", SUBJECT).doesNotContain("Người tiếp theo");
        clerk.picture("43-slip-as-printed");
        clerk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void triaged(Worker officer) {
        officer.go("Việc cần làm").follow("Việc của đơn vị").at("Việc cần làm").picture("44-inbox-of-the-unit");
        officer.press("Nhận việc Phân loại đơn, đơn " + code).told("Bạn đã nhận việc");
        checked(officer, "Ghi ngày, tháng, năm", "Chữ ký hoặc điểm chỉ");
        officer.take("Cần bổ sung").type("Lý do", "Chưa có bản sao quyết định số 15.");
        officer.press("Hoàn thành").told("Đã hoàn thành việc");
    }

    /** What was missing is taken in by the clerk, and the complaint goes its way. */
    private void added(Worker officer, Worker clerk) {
        clerk.go("Tra cứu").type("Mã, nội dung, họ tên, số điện thoại, số giấy tờ", "nguyen van cam");
        clerk.press("Tìm").follow(code).follow("Ghi nhận bổ sung");
        clerk.type("Nội dung bổ sung", "Bản sao quyết định số 15").press("Ghi nhận bổ sung");
        clerk.told("Đã ghi nhận bổ sung");
        opened(officer).press("Nhận việc").told("Bạn đã nhận việc");
        checked(officer, "Ghi ngày, tháng, năm", "Chữ ký hoặc điểm chỉ", RESPONDENT, "Tài liệu liên quan");
        officer.take("Đã phân loại")
                .type("Lĩnh vực", "Đất đai")
                .press("Hoàn thành")
                .told("Đã hoàn thành việc");
        opened(officer).press("Nhận việc").told("Bạn đã nhận việc");
        officer.take("Thụ lý").type("Ngày thụ lý", TODAY).press("Hoàn thành").told("Đã hoàn thành việc");
    }

    private static Worker checked(Worker officer, String... met) {
        officer.follow("Kiểm tra điều kiện và xem đề xuất xử lý").take("có");
        for (String condition : met) officer.take(condition);
        officer.picture("45-checks");
        return officer.press("Kiểm tra và đề xuất xử lý").told("Đã ghi kết quả kiểm tra");
    }

    private void consulted(Worker officer, Worker other) {
        opened(officer).follow("Xin ý kiến").select("Đơn vị được hỏi", "Phường Bình Minh");
        officer.type("Nội dung cần ý kiến", "Thửa đất 15 có giáp ranh phường không?");
        officer.press("Gửi xin ý kiến").told("Đã gửi xin ý kiến");
        other.go("Giấy tờ", "Xin ý kiến").at("Xin ý kiến").picture("51-asked-for-an-opinion");
        assertThat(other.text()).doesNotContain("Nguyễn Văn Cam");
        other.follow("Phường An Hòa");
        other.type("Ý kiến", "Thửa đất 15 không giáp ranh.").press("Trả lời").told("Đã trả lời");
        opened(officer).at(SUBJECT);
        assertThat(officer.text()).contains("Thửa đất 15 không giáp ranh.");
    }

    private void verified(Worker officer) {
        officer.press("Nhận việc").told("Bạn đã nhận việc");
        officer.select("Cán bộ", "Trần Minh Quân").press("Hoàn thành").told("Đã hoàn thành việc");
        entered(officer, "Kế hoạch", "Làm việc với hộ liền kề trong tuần.");
        entered(officer, "Bằng chứng", "Bản đồ địa chính tờ 3.");
        officer.picture("53-worksheet");
        officer.type("Báo cáo xác minh", "Ranh giới đúng bản đồ.").type("Kết quả xác minh nội dung 1", "Không đúng.");
        officer.take("Sai").press("Hoàn thành").told("Đã hoàn thành việc");
    }

    private static void entered(Worker officer, String sort, String text) {
        officer.follow("Ghi phiếu xác minh").take(sort).type("Nội dung", text);
        officer.press("Ghi phiếu xác minh").told("Đã ghi");
    }

    private static void talked(Worker officer) {
        officer.type("Thời gian đối thoại", "2026-11-18T14:00").type("Địa điểm", "Nhà văn hóa thôn Thượng");
        officer.type("Nội dung", "Ranh giới và bồi thường.").press("Hoàn thành").told("Đã hoàn thành việc");
        officer.take("Đã đối thoại").type("Ngày đối thoại", TODAY).type("Người chủ trì", "Hoàng Đức Long");
        officer.type("Địa điểm", "Nhà văn hóa thôn Thượng");
        officer.type("Người tham gia (mỗi dòng: họ tên; tư cách)", "Nguyễn Văn Cam; người khiếu nại");
        officer.type("Ý kiến", "Hai bên giữ ý kiến.").type("Kết quả đối thoại", "Chưa thống nhất.");
        officer.press("Hoàn thành").told("Đã hoàn thành việc");
    }

    private void decided(Worker officer, Worker head) {
        officer.take("Sai").take("Giữ nguyên");
        officer.type("Nội dung quyết định", "Giữ nguyên quyết định số 15.").type("Căn cứ pháp luật", "Luật Đất đai.");
        officer.press("Hoàn thành").told("Đã hoàn thành việc");
        head.follow("Việc của đơn vị");
        head.press("Nhận việc Duyệt quyết định, đơn " + code)
                .told("Bạn đã nhận việc")
                .picture("59-to-approve");
        head.take("Duyệt").press("Hoàn thành").told("Đã hoàn thành việc");
    }

    private void signed(Worker officer, Worker head) {
        opened(officer).follow("Soạn văn bản");
        officer.select("Mẫu văn bản", LETTER).press("Điền từ vụ việc");
        officer.picture("60-letter").press("Lưu dự thảo").told("Đã lưu dự thảo");
        officer.press("Trình ký").told("Đã trình ký");
        head.go("Việc cần làm").at("Việc cần làm").follow("Văn bản: Chờ ký (1)");
        head.follow(LETTER).at(LETTER).picture("62-to-sign");
        head.press("Ký").told("Đã ký").press("Cấp số và ban hành").told("Đã cấp số");
        head.take("Bưu điện").press("Ghi đã gửi").told("Đã ghi gửi").picture("63-letter-sent");
        assertThat(head.text()).contains("QĐ-");
    }

    private void inspected(Worker inspector) {
        inspector
                .go("Tra cứu")
                .type("Mã, nội dung, họ tên, số điện thoại, số giấy tờ", code)
                .press("Tìm");
        inspector.follow(code).at(SUBJECT).picture("64-case-for-the-inspector");
        assertThat(inspector.text()).contains("Ký văn bản (lần 1)", "Cấp số văn bản: 01/QĐ-UBND");
        inspector.follow("Ai đã xem vụ việc").at("Ai đã xem vụ việc").picture("65-who-looked");
        assertThat(inspector.text()).contains("Trần Minh Quân", "Hoàng Đức Long");
        inspector.go("Theo dõi", "Số liệu").at("Số liệu").picture("66-figures");
        assertThat(inspector.text()).contains("Đơn nhận trong kỳ");
    }

    /** The head has most ways of all. */
    private void onOneRowAndOnAPhone(Worker head) {
        head.go("Theo dõi").picture("67-menu-of-the-head");
        assertThat(head.page().locator("header.top").boundingBox().height).isLessThan(80);
        head.page().keyboard().press("Escape");
        assertThat(head.page().locator("header details[open]").count()).isZero();
        Worker phone = new Worker(browsers.open(390, 844)).logIn("head1");
        phone.go("Theo dõi").picture("68-menu-on-a-phone");
        assertThat(phone.fitsItsWidth()).isTrue();
        phone.go("Quá hạn").at("Vụ việc quá hạn");
        assertThat(phone.fitsItsWidth()).isTrue();
    }

    private Worker opened(Worker worker) {
        return worker.go("Của tôi").follow(code);
    }

    private Worker worker(String account) {
        return new Worker(browsers.open(1280, 720)).logIn(account);
    }
}
