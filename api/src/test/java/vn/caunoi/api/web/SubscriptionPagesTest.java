package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;

/** Having figures sent, as a supervisor asks for it. */
class SubscriptionPagesTest extends RunningApi {

    private static final String AT = "/figures/subscriptions";

    @LocalServerPort
    private int port;

    @Test
    void what_is_chosen_on_the_page_of_figures_is_sent_until_it_is_stopped() {
        PageVisitor head = new PageVisitor(port).as("head2");
        String way = head.get("/figures?unit=B").expect(200).find("href=\"(/figures/subscriptions[^\"]+)\"");
        assertThat(way).contains("unit=B");
        assertThat(head.get(way).expect(200).html())
                .contains("value=\"B\" selected", "value=\"YEAR\" selected")
                .doesNotContain("??");
        Map<String, String> chosen = Map.of("unit", "B", "rhythm", "MONTHLY", "span", "YEAR");
        assertThat(head.post(AT, AT, chosen).expect(422).html())
                .contains("href=\"/settings\"", "value=\"MONTHLY\" selected")
                .doesNotContain("??");
        head.post("/settings", "/settings", Map.of("how", "NONE", "email", "so@example.vn"))
                .expect(200);
        assertThat(head.post(AT, AT, Map.of("rhythm", "HOURLY", "span", "YEAR"))
                        .expect(422)
                        .html())
                .contains("rhythm-error");
        assertThat(head.post(AT, AT, chosen).expect(200).text()).contains("Unit B", "Hằng tháng", "so@example.vn");
        String stop = head.get(AT).find("action=\"(/figures/subscriptions/[0-9a-f-]{36}/stop)\"");
        PageVisitor other = new PageVisitor(port).as("head1");
        other.post(AT, stop, Map.of()).expect(404);
        assertThat(head.post(AT, stop, Map.of()).expect(200).html()).doesNotContain(stop);
        head.post("/settings", "/settings", Map.of("how", "NONE")).expect(200);
        new PageVisitor(port).as("officer1").get(AT).expect(403);
    }
}
