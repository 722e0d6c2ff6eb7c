package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

class PassingPageTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void an_officer_passes_a_case_on_and_the_other_ward_sees_it_whole_and_passes_it_back() {
        String path = "/cases/"
                + new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        PageVisitor first = new PageVisitor(port).as("officer1");
        assertThat(first.get(path).expect(200).html())
                .contains(path + "/do/pass\"")
                .doesNotContain("/do/pass-back");
        Seen done = first.post(
                        path + "/do/pass",
                        path + "/do/pass",
                        Map.of("unit", "B", "reason", "Đất ở phường B", "confirm", "true"))
                .expect(200);
        assertThat(done.path()).isNotEqualTo(path);
        PageVisitor second = new PageVisitor(port).as("officer3");
        Seen seen = second.get(path).expect(200);
        assertThat(seen.text()).contains("Chuyển giữa các đơn vị: 1 lần").contains("Đất ở phường B");
        assertThat(seen.html()).contains(path + "/do/pass-back");
        second.post(
                        path + "/do/pass-back",
                        path + "/do/pass-back",
                        Map.of("reason", "Đất ở phường A", "confirm", "true"))
                .expect(200);
        assertThat(first.get(path).expect(200).text()).contains("trả lại").contains("Đất ở phường A");
    }
}
