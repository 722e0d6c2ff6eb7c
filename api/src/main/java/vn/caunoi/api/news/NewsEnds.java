package vn.caunoi.api.news;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.stereotype.Component;

/** A line ends with the session it was opened in: by leaving, by time, or because the account was closed. */
@Component
class NewsEnds implements HttpSessionListener {

    private final NewsWire wire;

    NewsEnds(NewsWire wire) {
        this.wire = wire;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        wire.hangUp(event.getSession().getId());
    }
}
