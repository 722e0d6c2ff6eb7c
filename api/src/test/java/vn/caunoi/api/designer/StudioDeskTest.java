package vn.caunoi.api.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.processes.studio.Examples;

/** Two designers on one draft do not overwrite each other. */
class StudioDeskTest extends RunningApi {

    @Autowired
    private StudioDesk desk;

    @BeforeEach
    void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("designer1", null, List.of()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void who_saves_over_a_revision_they_did_not_see_is_told_and_nothing_is_lost() {
        String xml = Examples.xml("minimal").orElseThrow();
        String id = desk.begin("example:minimal", null, "Hai người vẽ");
        assertThat(desk.save(id, 1, bytes(xml.replace("Trả lời", "Giải đáp")))).isInstanceOf(StudioDesk.Saved.class);
        assertThat(desk.save(id, 1, bytes(xml.replace("Trả lời", "Hồi âm"))))
                .isInstanceOfSatisfying(StudioDesk.Overtaken.class, late -> {
                    assertThat(late.is().revision()).isEqualTo(2);
                    assertThat(late.is().xml()).contains("Giải đáp");
                });
        assertThat(desk.find(id).xml()).contains("Giải đáp").doesNotContain("Hồi âm");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
