package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;

/** Forms of letters as administrators meet them, without script. */
class FormPagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void an_edition_is_looked_at_mended_and_published() {
        PageVisitor admin = new PageVisitor(port).as("admin1");
        String list = "/admin/letter-forms";
        assertThat(admin.get(list).expect(200).text())
                .contains("Thông báo thụ lý giải quyết khiếu nại")
                .doesNotContain("??");
        String at = list + "/storing";
        assertThat(admin.get(at).expect(200).html()).contains("{storeReason}").doesNotContain("??");
        Map<String, String> edition = new LinkedHashMap<>();
        edition.put("form.caption", "Thông báo lưu đơn của phường");
        edition.put("form.law", "TT 05/2021");
        edition.put("confidence", "M?");
        edition.put("form.subject", "Về việc lưu đơn");
        edition.put("form.body", "Lý do: {nothing}");
        edition.put("form.recipients", "- Như trên;");
        assertThat(admin.post(at, at, edition).expect(422).text()).contains("{nothing}");
        edition.put("form.body", "Lý do: {storeReason}");
        edition.put("look", "1");
        Seen seen = admin.post(at, at, edition).expect(200);
        assertThat(seen.text()).contains("Đơn không ghi ngày, tháng.").doesNotContain("??");
        edition.remove("look");
        assertThat(admin.post(at, at, edition).expect(200).text())
                .contains("Đã ban hành", "Thông báo lưu đơn của phường", "tự ban hành");
        assertThat(admin.get(list + "/new").expect(200).html()).doesNotContain("??");
        admin.get(list + "/unknown").expect(404);
        new PageVisitor(port).as("head1").get(list).expect(403);
    }
}
