package vn.caunoi.api.file;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.petition.PetitionId;

/** Gives out single files of a case to those who were shown just these. */
@Component
public class GivenOut {

    private final FileDesk desk;

    GivenOut(FileDesk desk) {
        this.desk = desk;
    }

    /** The caller has seen to it that this file of the case may be read. */
    public ResponseEntity<Resource> of(String file, PetitionId petition) {
        return FileCalls.download(desk, desk.openShown(file, petition).orElseThrow(NotFound::new));
    }
}
