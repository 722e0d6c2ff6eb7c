package vn.caunoi.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An installation that trusts an identity provider: what programs and people get from it, over HTTP. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String PETITION = """
            {"kind": "COMPLAINT", "channel": "DESK", "unit": "P", "subject": "Thu hồi đất", "content": "Không đồng ý.",
             "points": [{"demand": "Hủy quyết định"}], "petitioners": [{"fullName": "Nguyễn Văn An"}]}""";

    @TempDir
    static Path folder;

    private static Installation installation;

    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void start() {
        installation = Installation.start(folder, Map.of("caunoi.security.password-login", "false"));
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    @Order(1)
    void before_the_provider_is_there_the_program_serves_and_says_what_is_missing() {
        String unproven = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJnYXRld2F5In0.c2lnbmF0dXJl";
        assertProblem(call("/api/tasks", unproven).expect(503), "unavailable");
        URI back = visitor.get(at("/oauth2/authorization/province"), "Accept", "text/html")
                .expect(302)
                .location();
        assertThat(back).isEqualTo(at("/login?provider"));
        assertThat(visitor.get(back, "Accept", "text/html").expect(200).body())
                .contains("Không đăng nhập được qua nhà cung cấp danh tính");
        assertThat(installation.provider().issuer()).isNotNull();
    }

    @Test
    void a_program_acts_as_the_account_its_token_names_with_the_roles_of_the_directory() {
        String token = credentials("gateway");
        visitor.post(at("/api/petitions"), "application/json", PETITION, "Authorization", "Bearer " + token)
                .expect(201);
        // the token says admin and head; the directory says clerk
        assertProblem(call("/api/oversight/figures", token).expect(403), "forbidden");
        assertProblem(call("/actuator/prometheus", token).expect(403), "forbidden");
    }

    @Test
    void a_person_acts_by_a_token_got_with_the_authorization_code() {
        String token = codeToken("minh");
        call("/api/oversight/figures", token).expect(200);
        assertProblem(call("/api/oversight/figures", codeToken("lan")).expect(403), "forbidden");
    }

    @Test
    void a_token_of_somebody_without_an_account_is_answered_403_and_says_why() {
        assertProblem(call("/api/tasks", credentials("nobody-of-ours")).expect(403), "no-account");
        assertProblem(call("/api/tasks", codeToken("stranger")).expect(403), "no-account");
        String odd = installation.provider().token(claims -> claims.claim("preferred_username", List.of("minh")));
        assertProblem(call("/api/tasks", odd).expect(403), "no-account");
        String empty = installation.provider().token(claims -> claims.claim("preferred_username", " "));
        assertProblem(call("/api/tasks", empty).expect(403), "no-account");
    }

    @Test
    void a_token_that_is_expired_foreign_forged_or_meant_for_others_is_answered_401() {
        call("/api/tasks", installation.provider().token(claims -> {})).expect(200);
        Instant past = Instant.now().minusSeconds(600);
        refused(installation.provider().token(claims -> claims.issuedAt(past.minusSeconds(60))
                .expiresAt(past)));
        refused(installation
                .provider()
                .token(claims -> claims.notBefore(Instant.now().plusSeconds(600))));
        refused(installation.provider().token(claims -> claims.issuer("http://elsewhere.example")));
        refused(installation.provider().token(claims -> claims.audience(List.of("other"))));
        refused(credentials("other"));
        String good = installation.provider().token(claims -> {});
        refused(good.substring(0, good.lastIndexOf('.') + 1));
        refused("junk");
        try (IdentityProvider foreign =
                IdentityProvider.start(vn.caunoi.ops.program.RunningProgram.freePort(), installation.address())) {
            refused(foreign.token(claims -> {}));
            refused(foreign.token(
                    claims -> claims.issuer(installation.provider().issuer().toString())));
        }
    }

    @Test
    void an_account_that_is_closed_is_refused_with_a_good_token_and_loses_its_session() {
        installation.account("create", "leaver", "--unit", "P", "--role", "officer", "--no-password");
        String token = installation.provider().token(claims -> claims.claim("preferred_username", "leaver"));
        call("/api/tasks", token).expect(200);
        installation.account("disable", "leaver");
        assertProblem(call("/api/tasks", token).expect(403), "no-account");
    }

    @Test
    void passwords_that_are_switched_off_open_nothing() {
        String login =
                visitor.get(at("/login"), "Accept", "text/html").expect(200).body();
        assertThat(login).contains("VNeID").doesNotContain("type=\"password\"");
        String right = Visitor.basic("chief", "a long password");
        for (String path : List.of("/api/tasks", "/actuator/prometheus")) {
            Visitor.Answer answer =
                    visitor.get(at(path), "Authorization", right).expect(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        Matcher csrf = CSRF.matcher(login);
        assertThat(csrf.find()).isTrue();
        Map<String, String> typed = Map.of("username", "chief", "password", "a long password", "_csrf", csrf.group(1));
        visitor.form(at("/login"), typed, "Accept", "text/html");
        assertThat(visitor.get(at("/inbox"), "Accept", "text/html").expect(302).header("Location"))
                .endsWith("/login");
    }

    @Test
    void a_person_signs_in_on_the_pages_works_by_their_script_and_logs_out_everywhere() {
        URI toProvider =
                visitor.get(at("/oauth2/authorization/province")).expect(302).location();
        assertThat(toProvider.getAuthority())
                .isEqualTo(installation.provider().issuer().getAuthority());
        assertThat(Visitor.parameter(toProvider, "code_challenge_method")).isEqualTo("S256");
        assertThat(signedIn("minh").at().getPath()).isEqualTo("/inbox");
        visitor.get(at("/api/oversight/figures")).expect(200);
        // with the session, and only then, the token against foreign forms is asked for
        visitor.post(at("/api/petitions"), "application/json", PETITION).expect(403);
        visitor.post(at("/api/petitions"), "application/json", PETITION, "Authorization", "Junk x")
                .expect(401);
        Visitor.Answer leaving =
                visitor.form(at("/logout"), Map.of("_csrf", csrf(at("/inbox"))), "Accept", "text/html");
        String end = leaving.expect(200).header("Refresh").replaceFirst("^0; url=", "");
        assertThat(end).startsWith(installation.provider().issuer() + "/connect/logout?id_token_hint=");
        assertThat(visitor.follow(visitor.get(URI.create(end))).at()).isEqualTo(at("/login?left"));
        visitor.get(at("/inbox"), "Accept", "text/html").expect(302);
        URI again = visitor.get(at("/oauth2/authorization/province")).location();
        assertThat(visitor.follow(visitor.get(again, "Accept", "text/html"))
                        .at()
                        .getPath())
                .as("the provider asks anew")
                .isEqualTo("/login");
    }

    @Test
    void somebody_the_provider_knows_and_we_do_not_is_told_so_and_may_come_as_somebody_else() {
        Visitor.Answer told = signedIn("stranger");
        assertThat(told.at()).isEqualTo(at("/login?unknown"));
        assertThat(told.expect(200).body()).contains("không có tài khoản").contains("again=yes");
        URI retried =
                visitor.get(at("/oauth2/authorization/province?again=yes")).location();
        assertThat(Visitor.parameter(retried, "prompt")).isEqualTo("login");
        visitor.get(at("/inbox"), "Accept", "text/html").expect(302);
    }

    @Test
    void an_answer_nobody_asked_for_and_an_unknown_provider_lead_back_to_the_login_page() {
        URI strayed = at("/login/oauth2/code/province?code=x&state=y");
        assertThat(visitor.get(strayed, "Accept", "text/html").expect(302).location())
                .isEqualTo(at("/login?provider"));
        assertThat(visitor.get(at("/oauth2/authorization/elsewhere"), "Accept", "text/html")
                        .expect(302)
                        .location())
                .isEqualTo(at("/login?provider"));
        visitor.get(at("/login?provider"), "Accept", "text/html").expect(200);
    }

    @Test
    void cookies_go_by_tls_only_and_behind_tls_the_browser_is_told_to_stay_there() {
        Visitor.Answer answer = visitor.get(at("/oauth2/authorization/province"), "X-Forwarded-Proto", "https");
        assertThat(answer.header("Set-Cookie")).contains("; Secure", "; HttpOnly", "; SameSite=Lax");
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=");
        Visitor.Answer page = visitor.get(at("/login"), "Accept", "text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private Visitor.Answer signedIn(String person) {
        URI start = visitor.get(at("/oauth2/authorization/province")).location();
        Visitor.Answer form =
                visitor.follow(visitor.get(start, "Accept", "text/html")).expect(200);
        return visitor.follow(typed(form, person));
    }

    private Visitor.Answer typed(Visitor.Answer form, String person) {
        Matcher csrf = CSRF.matcher(form.body());
        assertThat(csrf.find()).as(form.body()).isTrue();
        return visitor.form(
                form.at().resolve("/login"),
                Map.of("username", person, "password", IdentityProvider.PASSWORD, "_csrf", csrf.group(1)));
    }

    private String csrf(URI page) {
        Matcher csrf = CSRF.matcher(
                visitor.get(page, "Accept", "text/html").expect(200).body());
        assertThat(csrf.find()).isTrue();
        return csrf.group(1);
    }

    /** As another program of the provider's does it for a person. */
    private String codeToken(String person) {
        Visitor browser = new Visitor();
        String verifier = "v".repeat(64);
        URI start = atProvider("/oauth2/authorize?response_type=code&client_id=pages&scope=openid%20profile&state=s"
                + "&redirect_uri=" + Visitor.encode("http://127.0.0.1/app") + "&code_challenge_method=S256"
                + "&code_challenge=" + challenge(verifier));
        Visitor.Answer form = browser.follow(browser.get(start, "Accept", "text/html"));
        Matcher csrf = CSRF.matcher(form.body());
        assertThat(csrf.find()).as(form.body()).isTrue();
        Visitor.Answer back = browser.form(
                form.at(), Map.of("username", person, "password", IdentityProvider.PASSWORD, "_csrf", csrf.group(1)));
        String code = Visitor.parameter(browser.get(back.location()).expect(302).location(), "code");
        return token(
                "pages",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        "http://127.0.0.1/app",
                        "code_verifier",
                        verifier));
    }

    private String credentials(String client) {
        return token(client, Map.of("grant_type", "client_credentials", "scope", "admin"));
    }

    private String token(String client, Map<String, String> grant) {
        String login = Visitor.basic(Visitor.encode(client), Visitor.encode(IdentityProvider.secretOf(client)));
        return new Visitor()
                .form(atProvider("/oauth2/token"), grant, "Authorization", login)
                .expect(200)
                .json()
                .path("access_token")
                .asString();
    }

    private Visitor.Answer call(String path, String token) {
        return new Visitor().get(at(path), "Authorization", "Bearer " + token);
    }

    private void refused(String token) {
        Visitor.Answer answer = call("/api/tasks", token).expect(401);
        assertProblem(answer, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    private static void assertProblem(Visitor.Answer answer, String kind) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:caunoi:problem:" + kind);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI at(String path) {
        return installation.address().resolve(path);
    }

    private static URI atProvider(String path) {
        return installation.provider().issuer().resolve(path);
    }
}
