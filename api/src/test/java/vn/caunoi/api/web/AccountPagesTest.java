package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;

/** An administrator makes, closes and opens accounts, and the change holds at the next sign-in. */
class AccountPagesTest extends RunningApi {

    private static final String PAGE = "/admin/accounts";

    @LocalServerPort
    private int port;

    @Test
    void an_account_is_made_signs_in_is_closed_and_signs_in_no_more() {
        PageVisitor admin = new PageVisitor(port).as("admin1");
        assertThat(admin.post(PAGE, PAGE, account("newcomer")).expect(200).text())
                .contains("Đã tạo tài khoản.", "newcomer");
        assertThat(signIn("newcomer", "a long enough word").text()).contains("Lê Thị Mới");
        assertThat(admin.post(PAGE, PAGE + "/newcomer/close", Map.of())
                        .expect(200)
                        .text())
                .contains("Đã đóng tài khoản");
        assertThat(signIn("newcomer", "a long enough word").text()).doesNotContain("Lê Thị Mới");
        admin.post(PAGE, PAGE + "/newcomer/open", Map.of()).expect(200);
        admin.post(PAGE, PAGE + "/newcomer/password", Map.of("password", "another long word"))
                .expect(200);
        assertThat(signIn("newcomer", "a long enough word").text()).doesNotContain("Lê Thị Mới");
        assertThat(signIn("newcomer", "another long word").text()).contains("Lê Thị Mới");
    }

    @Test
    void mistakes_are_told_and_what_was_typed_stays() {
        PageVisitor admin = new PageVisitor(port).as("admin1");
        Map<String, String> typed = account("Not A Name");
        typed.put("password", "short");
        Seen page = admin.post(PAGE, PAGE, typed).expect(422);
        assertThat(page.text()).contains("Tên đăng nhập không hợp lệ.", "Mật khẩu cần 12 đến 72 ký tự.");
        assertThat(page.html()).contains("Not A Name", "Lê Thị Mới").doesNotContain("short\"");
        Map<String, String> nul = account("somebody");
        nul.put("fullName", "Lê\0Thị");
        nul.put("unit", "P\0");
        assertThat(admin.post(PAGE, PAGE, nul).expect(422).text()).contains("Hãy ghi họ và tên.", "Hãy chọn đơn vị.");
        assertThat(admin.post(PAGE, PAGE, account("officer1")).expect(422).text())
                .contains("đã có người dùng");
        assertThat(admin.post(PAGE, PAGE + "/admin1/close", Map.of()).text()).contains("Không thể tự đóng");
        admin.post(PAGE, PAGE + "/nobody-there/close", Map.of()).expect(404);
        new PageVisitor(port).as("head1").get(PAGE).expect(403);
    }

    private Seen signIn(String name, String password) {
        return new PageVisitor(port).post("/login", "/login", Map.of("username", name, "password", password));
    }

    private static Map<String, String> account(String name) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("name", name);
        typed.put("fullName", "Lê Thị Mới");
        typed.put("unit", "P");
        typed.put("roles", "DESIGNER");
        typed.put("password", "a long enough word");
        return typed;
    }
}
