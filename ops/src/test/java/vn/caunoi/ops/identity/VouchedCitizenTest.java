package vn.caunoi.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Citizens whom a provider vouches for: their petition counts as signed, and they get in nowhere by it. */
class VouchedCitizenTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("name=\"secret\"[^>]*value=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    private static Installation installation;

    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void start() {
        installation = Installation.start(
                folder,
                Map.of(
                        "caunoi.online.provider", "province",
                        "caunoi.online.signing", "VERIFIED_ACCOUNT",
                        "caunoi.online.signing-source", "QD 12/2026",
                        "caunoi.online.name-claim", "preferred_username"));
        installation.provider();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void in_the_name_of_who_hands_in_it_counts_as_signed_and_no_page_of_officers_opens() {
        String secret = found(SECRET, written("Minh"));
        Visitor.Answer check = vouched(secret, "minh");
        assertThat(check.at().getPath()).isEqualTo("/public/hand-in/vouched");
        assertThat(check.expect(200).body()).contains("thay cho chữ ký", "QD 12/2026");
        for (String inside : new String[] {"/inbox", "/cases", "/processes", "/settings"})
            assertThat(visitor.get(at(inside), "Accept", "text/html")
                            .expect(302)
                            .header("Location"))
                    .as(inside)
                    .endsWith("/login");
        visitor.get(at("/api/tasks")).expect(401);
        Visitor.Answer done =
                visitor.form(at("/public/hand-in/send"), Map.of("_csrf", found(CSRF, check.body()), "secret", secret));
        assertThat(done.expect(200).body()).contains("Đơn được tính là đã ký").doesNotContain("Mời bạn đến ký đơn");
    }

    @Test
    void in_another_name_whoever_hands_in_is_still_invited_to_sign() {
        Visitor.Answer check = vouched(found(SECRET, written("Trần Thị Bình")), "lan");
        assertThat(check.expect(200).body()).contains("khác người đứng đơn", "căn cước");
    }

    @Test
    void the_provider_of_citizens_is_no_way_in_for_officers() {
        assertThat(visitor.get(at("/login"), "Accept", "text/html").expect(200).body())
                .doesNotContain("/oauth2/authorization/province");
    }

    private String written(String name) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("_csrf", csrf(at("/public/hand-in")));
        typed.put("kind", "FEEDBACK");
        typed.put("unit", "P");
        typed.put("subject", "Đèn đường hỏng");
        typed.put("content", "Đèn tắt từ hai tuần nay.");
        typed.put("fullName", name);
        typed.put("address", "Thôn 3");
        return visitor.form(at("/public/hand-in"), typed, "Accept", "text/html")
                .expect(200)
                .body();
    }

    private Visitor.Answer vouched(String secret, String person) {
        String leave = visitor.form(
                        at("/public/hand-in/vouch"),
                        Map.of("_csrf", csrf(at("/public/hand-in")), "secret", secret),
                        "Accept",
                        "text/html")
                .expect(200)
                .body();
        assertThat(leave).contains("/oauth2/authorization/province");
        URI start = visitor.get(at("/oauth2/authorization/province")).location();
        Visitor.Answer form =
                visitor.follow(visitor.get(start, "Accept", "text/html")).expect(200);
        return visitor.follow(visitor.form(
                form.at().resolve("/login"),
                Map.of("username", person, "password", IdentityProvider.PASSWORD, "_csrf", found(CSRF, form.body()))));
    }

    private String csrf(URI page) {
        return found(CSRF, visitor.get(page, "Accept", "text/html").expect(200).body());
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static URI at(String path) {
        return installation.address().resolve(path);
    }
}
