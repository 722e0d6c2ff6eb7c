package vn.caunoi.api.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Where a page leads to after something was done. */
final class Pages {

    private Pages() {}

    /** The answer to a POST that succeeded: 303, so that going back or reloading does nothing twice. */
    static ModelAndView seeOther(String path) {
        RedirectView view = new RedirectView(path, true, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    /** A path within this site, and the home page instead of anything else. */
    static String within(String path) {
        return path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0 ? path : "/";
    }
}
