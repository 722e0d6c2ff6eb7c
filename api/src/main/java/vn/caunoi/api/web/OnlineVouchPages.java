package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.caunoi.api.citizen.AlreadySent;
import vn.caunoi.api.citizen.OnlineDesk;
import vn.caunoi.api.citizen.OnlineSigning;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.WaysIn;

/**
 * Who hands in online goes to an identity provider and comes back to what they were writing. What is being written is found
 * again by the session, never by the address.
 */
@Controller
class OnlineVouchPages {

    private static final String WRITING = OnlineVouchPages.class.getName();
    private static final String FORM = "/public/hand-in";

    private final OnlineDesk desk;
    private final OnlineSigning signing;
    private final OnlinePages pages;

    OnlineVouchPages(OnlineDesk desk, OnlineSigning signing, OnlinePages pages) {
        this.desk = desk;
        this.signing = signing;
        this.pages = pages;
    }

    /** A link leads on: a form may not lead to another site. */
    @PostMapping("/public/hand-in/vouch")
    ModelAndView leave(@RequestParam(defaultValue = "") String secret, HttpServletRequest request) {
        WaysIn.Provider provider = signing.provider();
        if (provider == null) throw new NotFound();
        OnlineDesk.Written written = desk.goOn(secret, request.getRemoteAddr());
        request.getSession().setAttribute(WRITING, written.secret());
        return new ModelAndView("online-vouch").addObject("provider", provider);
    }

    @GetMapping("/public/hand-in/vouched")
    ModelAndView back(@RequestParam(required = false) @Nullable String failed, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(WRITING) instanceof String secret)) return Pages.seeOther(FORM);
        try {
            ModelAndView page = pages.checked(desk.goOn(secret, request.getRemoteAddr()), request);
            return failed == null ? page : page.addObject("failed", true);
        } catch (NotFound | AlreadySent over) {
            return Pages.seeOther(FORM);
        }
    }
}
