package vn.caunoi.ops.identity;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.ops.program.CommandLine;
import vn.caunoi.ops.program.RunningProgram;

/**
 * The program as it is installed: its own database server, no demonstration, an identity provider. In it are the unit P
 * with lan (officer) and minh (head), and the account gateway (clerk) of another program.
 */
public final class Installation implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh();
    private final Path data;
    private final int providerPort = RunningProgram.freePort();
    private final RunningProgram program;
    private @Nullable IdentityProvider provider;

    private Installation(Path folder, Map<String, String> more) {
        this.data = folder.resolve("data");
        Map<String, String> settings = new LinkedHashMap<>(settings(database, folder));
        settings.putAll(trust(IdentityProvider.issuer(providerPort)));
        settings.putAll(more);
        this.program = RunningProgram.startInstalled(data, RunningProgram.freePort(), settings);
    }

    /**
     * Starts the program only.
     *
     * @param more settings beside those of database, master key and provider
     */
    public static Installation start(Path folder, Map<String, String> more) {
        Installation installation = new Installation(folder, more);
        installation.said("a long password", "admin", "chief", "--unit", "P", "--unit-name", "Province");
        installation.account("create", "lan", "--unit", "P", "--role", "officer", "--no-password");
        installation.account("create", "minh", "--unit", "P", "--role", "head,officer", "--no-password");
        installation.account("create", "gateway", "--unit", "P", "--role", "clerk", "--no-password");
        return installation;
    }

    /** What every installation must be told. */
    static Map<String, String> settings(TestDatabase database, Path folder) {
        return Map.of(
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                "postgres",
                "caunoi.vault.master-key-file",
                folder.resolve("keys/master.key").toString());
    }

    private static Map<String, String> trust(URI issuer) {
        String registration = "spring.security.oauth2.client.registration.province.";
        return Map.of(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                issuer.toString(),
                "spring.security.oauth2.resourceserver.jwt.audiences",
                IdentityProvider.AUDIENCE,
                "spring.security.oauth2.client.provider.province.issuer-uri",
                issuer.toString(),
                registration + "client-name",
                "VNeID",
                registration + "client-id",
                "pages",
                registration + "client-secret",
                IdentityProvider.secretOf("pages"),
                registration + "scope",
                "openid,profile");
    }

    /** Carries the command {@code account} out on the running program. */
    public void account(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "account";
        System.arraycopy(words, 0, all, 1, words.length);
        said("", all);
    }

    private void said(String input, String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--data";
        all[words.length + 1] = data.toString();
        CommandLine run = CommandLine.runTyping(input, all);
        if (run.status() != 0) throw new AssertionError(run.said());
    }

    /** The identity provider; starts when it is first asked for. */
    public IdentityProvider provider() {
        if (provider == null) provider = IdentityProvider.start(providerPort, program.address());
        return provider;
    }

    public URI address() {
        return program.address();
    }

    @Override
    public void close() {
        program.close();
        if (provider != null) provider.close();
        database.close();
    }
}
