/** What people and their organisation bring to the bot: /donvi, /thamgia, /ngonngu. */
import type { Feature } from '../chat/feature.ts';
import { addAgency, addDepartment, openAgency } from './agencyActions.ts';
import { addAgencyAlias, addDepartmentAlias, removeAlias } from './aliasActions.ts';
import { drawRecognised, recognisedKind } from './bindByEmail.ts';
import {
  chooseHeads,
  closeDepartment,
  openDepartment,
  renameDepartment,
  reopenDepartment,
} from './departmentActions.ts';
import { join } from './join.ts';
import { language, setLanguage } from './language.ts';
import { mergeDepartment } from './mergeDepartment.ts';
import { organisationCommand } from './organisationCommand.ts';
import { addMember, addPerson, invitePerson, letLeave, openPerson, removeRole } from './peopleActions.ts';
import { unbindRoom } from './roomActions.ts';
import { proveRoomAction, sendRoomTestAgain } from './roomProof.ts';
import { roomTestCard, roomTestKind } from './roomTest.ts';

export const peopleFeature: Feature = {
  commands: [organisationCommand, join, language],
  actions: [
    openAgency,
    addAgency,
    addDepartment,
    addAgencyAlias,
    openDepartment,
    renameDepartment,
    closeDepartment,
    mergeDepartment,
    reopenDepartment,
    chooseHeads,
    addDepartmentAlias,
    removeAlias,
    openPerson,
    addMember,
    addPerson,
    removeRole,
    letLeave,
    invitePerson,
    unbindRoom,
    proveRoomAction,
    sendRoomTestAgain,
    setLanguage,
  ],
  renderers: { [roomTestKind]: roomTestCard, [recognisedKind]: drawRecognised },
  ticks: [],
};
