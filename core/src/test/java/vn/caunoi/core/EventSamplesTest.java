package vn.caunoi.core;

import vn.caunoi.core.testing.EventSamples;

class EventSamplesTest extends EventSamples {

    EventSamplesTest() {
        super("vn.caunoi.core");
    }
}
