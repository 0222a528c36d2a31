package org.yilian;

import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.rooms.Calls;
import org.yilian.rooms.Consents;
import org.yilian.rooms.Doors;
import org.yilian.rooms.Entrances;
import org.yilian.rooms.IdentityChecks;
import org.yilian.rooms.Invites;
import org.yilian.rooms.JointSessions;
import org.yilian.rooms.Meetings;
import org.yilian.rooms.Members;
import org.yilian.rooms.Openings;
import org.yilian.rooms.PoliceChecklists;
import org.yilian.rooms.ProcedureReader;
import org.yilian.rooms.Proposals;
import org.yilian.rooms.RelayConsents;
import org.yilian.rooms.Relays;
import org.yilian.rooms.RoomChanges;
import org.yilian.rooms.RoomEndings;
import org.yilian.rooms.RoomPresence;
import org.yilian.rooms.RoomViews;
import org.yilian.rooms.Rooms;
import org.yilian.rooms.SafetyAnswers;
import org.yilian.rooms.SafetyFlags;
import org.yilian.rooms.UndisputedFacts;
import org.yilian.web.Api;
import org.yilian.web.InviteRoutes;
import org.yilian.web.MeetingRoutes;
import org.yilian.web.ProcedureRoutes;
import org.yilian.web.RelayRoutes;
import org.yilian.web.RoomRoutes;
import org.yilian.web.SessionRoutes;

/** How a mediation proceeds in a room, besides the talking itself. */
final class CaseFeatures {
  final Rooms rooms;
  final RoomViews views;
  final RoomChanges changes;
  final Members members;
  final Invites invites;
  final Doors doors;
  final Entrances entrances;
  final Consents consents;
  final SafetyAnswers safety;
  final SafetyFlags flags;
  final IdentityChecks identities;
  final JointSessions joint;
  final PoliceChecklists police;
  final Openings openings;
  final RoomEndings endings;
  final Relays relays;
  final RelayConsents relayConsents;
  final Proposals proposals;
  final Meetings meetings;
  final UndisputedFacts facts;
  final Calls calls;

  CaseFeatures(Foundation base, DisputeFeatures disputes, RoomFeatures talk) {
    changes = new RoomChanges(base.database, base.audit, talk.posts, talk.signals);
    ProcedureReader procedures =
        new ProcedureReader(disputes.ledger, new Deadlines(WorkingDays.loaded()), base.clock);
    RoomPresence presence = talk.presence;
    rooms =
        new Rooms(
            base.database,
            disputes.ledger,
            base.organisations,
            disputes.numbers,
            changes,
            base.audit,
            base.clock);
    views = new RoomViews(base.database, procedures, base.organisations, presence);
    members = new Members(changes, talk.moves, base.people, base.sessions, base.clock);
    invites =
        new Invites(
            changes,
            rooms,
            disputes.ledger,
            base.organisations,
            base.sms,
            base.config.publicUrl(),
            base.clock);
    doors =
        new Doors(
            base.database,
            disputes.ledger,
            base.organisations,
            base.codes,
            base.throttles,
            base.sms,
            base.clock);
    entrances =
        new Entrances(
            base.database,
            changes,
            disputes.ledger,
            base.codes,
            base.throttles,
            base.sessions,
            base.clock);
    endings = new RoomEndings(changes, talk.moves, disputes.ledger, disputes.office.alarms);
    joint = new JointSessions(changes, procedures, talk.moves, base.clock);
    consents = new Consents(changes, procedures, endings, joint, talk.moves, base.clock);
    safety = new SafetyAnswers(changes, base.clock);
    flags = new SafetyFlags(changes, base.clock);
    identities = new IdentityChecks(changes, base.clock);
    police = new PoliceChecklists(changes, talk.moves, disputes.ledger, base.clock);
    openings = new Openings(changes, procedures, talk.moves, presence, disputes.ledger);
    relays = new Relays(base.database, talk.messages, talk.transcripts());
    relayConsents = new RelayConsents(base.database, changes, base.clock);
    proposals = new Proposals(base.database, changes, base.clock);
    meetings = new Meetings(changes, talk.signals, disputes.office.alarms, base.clock);
    facts = new UndisputedFacts(base.database, changes, talk.signals, base.clock);
    calls = new Calls(changes, talk.signals, base.clock);
  }

  void addTo(Api api, SessionRoutes sessions) {
    new RoomRoutes(rooms, views, members, invites).addTo(api);
    new InviteRoutes(doors, entrances, sessions).addTo(api);
    new ProcedureRoutes(
            views, openings, endings, joint, consents, safety, flags, identities, police)
        .addTo(api);
    new RelayRoutes(relays, relayConsents, proposals).addTo(api);
    new MeetingRoutes(meetings, facts, calls).addTo(api);
  }
}
