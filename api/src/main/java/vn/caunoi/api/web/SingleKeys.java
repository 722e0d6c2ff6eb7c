package vn.caunoi.api.web;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.caunoi.core.directory.Actor;

/** Whether pages offer single-key shortcuts to somebody; asked once a session, chosen for the account. */
@Component("singleKeys")
class SingleKeys {

    private static final String KEPT = SingleKeys.class.getName();

    private final JdbcClient jdbc;

    SingleKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean on(Actor reader) {
        HttpSession session = session();
        if (session != null && session.getAttribute(KEPT) instanceof Boolean known) return known;
        boolean on = !jdbc.sql("select exists (select from vault.no_single_keys where officer = ?)")
                .param(reader.id().value())
                .query(Boolean.class)
                .single();
        if (session != null) session.setAttribute(KEPT, on);
        return on;
    }

    void choose(boolean on, Actor by) {
        String sql = on
                ? "delete from vault.no_single_keys where officer = ?"
                : "insert into vault.no_single_keys values (?) on conflict do nothing";
        jdbc.sql(sql).param(by.id().value()).update();
        HttpSession session = session();
        if (session != null) session.setAttribute(KEPT, on);
    }

    private static @Nullable HttpSession session() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? current.getRequest().getSession(false)
                : null;
    }
}
